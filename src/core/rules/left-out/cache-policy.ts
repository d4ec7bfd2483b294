/** Rules of cache-policy/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'cache-policy/max-ttl-ignored': 'It depends on what the origin sends.',
  'cache-policy/managed-immutable': 'A design names managed policies by id and cannot change one.',
  'cache-policy/in-use-delete': 'It concerns a deletion, which the plan orders after detaching.',
}

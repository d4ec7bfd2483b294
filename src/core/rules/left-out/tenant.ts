/** Rules of tenant/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'tenant/name-immutable': 'It concerns an update; the plan shows that the tenant would be replaced.',
}

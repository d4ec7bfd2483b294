/** Rules of access/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'access/public-key-immutable': 'It concerns an update, which the plan compares with what is deployed.',
}

/** Rules of alias/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'alias/equals-origin': 'It is origin/domain-is-own-alias.',
}

/** Rules of group/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'group/behavior-methods': 'It is behavior/group-write-methods.',
  'group/slow': 'It is origin/slow-failover.',
}

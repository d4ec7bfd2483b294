/** Rules of invalidation/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'invalidation/caller-reference-reuse':
    'A scenario has no caller references; where Frontage sends an invalidation it makes a new one.',
}

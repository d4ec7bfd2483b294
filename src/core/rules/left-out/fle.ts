/** Rules of fle/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'fle/profile-size': 'AWS does not say how large a field-level encryption profile may be.',
}

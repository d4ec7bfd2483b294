/** Rules of geo/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'geo/whitelist-own-country': 'Nothing in a design tells the country of the operator.',
}

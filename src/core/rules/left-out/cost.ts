/** Rules of cost/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'cost/lambda-edge': 'It is lambda-edge/could-be-cff.',
}

/** A foreign value as text. `String` fails on a structure that has a field called `toString`. */
export const said = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)

/** What comes in from outside: where it does, what passes there, and a way to push anything through as far as it goes. */

export interface Door {
  readonly name: string
  /** What passes, to be damaged by chance. */
  readonly passing: readonly (string | Uint8Array)[]
  /**
   * Takes any bytes and goes as far in as they get. What is wrong with them is a value, or an error that is meant for
   * people; any other error is ours.
   */
  readonly enter: (bytes: Uint8Array) => unknown
}

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
export const bytesOf = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? new TextEncoder().encode(text) : text

/** JSON of a text, for doors that are given values and not texts; a text for what is no JSON. */
export function jsonOf(bytes: Uint8Array): unknown {
  const text = textOf(bytes)
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

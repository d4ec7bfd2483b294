/**
 * What a page that is being left writes down. IndexedDB starts a transaction with an answer, which Safari's engine no longer
 * gives to such a page; local storage is written in one step.
 */
const prefix = 'frontage-left '

export function writeLeft(id: string, design: object): void {
  try {
    localStorage.setItem(prefix + id, JSON.stringify(design))
  } catch {
    // It is too large, or nothing may be kept: what was saved last stays.
  }
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '')
  } catch {
    return undefined
  }
}

const keysOfLeft = (): readonly string[] => {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}

/** Gives each that was left to `take`, and forgets it once that is done; what is nothing whole is forgotten. */
export async function takeLeft(take: (left: unknown) => Promise<boolean>): Promise<void> {
  for (const key of keysOfLeft()) if (await take(read(key))) localStorage.removeItem(key)
}

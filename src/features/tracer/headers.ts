/** Header fields from one line of text: `Name: value; Other: value`, a new field at each `; Name:`. */
export function parseHeaderLines(text: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const part of text.split(/[\n;](?=\s*[A-Za-z0-9-]+\s*:)/)) {
    const colon = part.indexOf(':')
    if (colon > 0) fields[part.slice(0, colon).trim()] = part.slice(colon + 1).trim()
  }
  return fields
}

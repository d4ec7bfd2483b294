/** Texts and path patterns in SQL. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A path pattern as a LIKE pattern. */
export function likePattern(pattern: string): string {
  const escaped = pattern
    .replaceAll(/[\\%_]/g, '\\$&')
    .replaceAll('*', '%')
    .replaceAll('?', '_')
  return `LIKE ${sqlText(escaped.startsWith('/') || escaped.startsWith('%') ? escaped : `/${escaped}`)} ESCAPE '\\'`
}

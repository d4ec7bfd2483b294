/** A label as it stands within a sentence: `Cache policy` gives `cache policy`, and names keep their capitals. */
export const inSentence = (label: string): string =>
  label.replace(/^[A-Z](?=[a-z]*(?: |$))/, (first) => first.toLowerCase())

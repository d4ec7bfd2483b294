/** What looks like a secret that is written out. */

/** Whether a header carries a secret in plain text: it is named as one, and its value is no dynamic reference. */
export const isSecretHeader = (name: string | undefined, value: string | undefined): boolean =>
  name !== undefined &&
  value !== undefined &&
  (/secret|password/i.test(name)
    ? value.length > 0
    : /token|key|verify|auth/i.test(name) && value.length >= 8) &&
  !value.startsWith('{{resolve:')

const shapes = [
  /\bA(KIA|SIA)[0-9A-Z]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b\w*(secret|password|token|key)\w*\s*[:=]\s*(['"`])(?=[^'"`]*\d)(?=[^'"`]*[a-z])[\w+/=.-]{16,}\2/i,
]

/** Whether code holds an access key, a private key or a string that is named as a secret. */
export const hasSecret = (code: string): boolean => shapes.some((shape) => shape.test(code))

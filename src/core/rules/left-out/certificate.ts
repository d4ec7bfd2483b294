/** Rules of certificate/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'certificate/private-key-encrypted': 'It concerns an import form; a design never holds a private key.',
}

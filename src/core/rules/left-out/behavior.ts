/** Rules of behavior/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'behavior/pattern-extension-query': 'It describes how patterns work; there is nothing to find.',
  'behavior/legacy-cookie-wildcard': 'It describes what is right; there is nothing to find.',
  'behavior/legacy-min-ttl-required':
    'AWS does not document it and other tools leave MinTTL out; the writers fill in 0.',
}

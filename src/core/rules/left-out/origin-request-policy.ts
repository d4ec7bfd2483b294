/** Rules of origin-request-policy/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'origin-request-policy/with-caching-disabled-ok': 'It describes what is right; there is nothing to find.',
  'origin-request-policy/duplicates-custom-header': 'It is origin/custom-header-also-forwarded.',
}

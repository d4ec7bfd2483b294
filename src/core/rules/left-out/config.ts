/** Rules of config/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'config/caller-reference-changed':
    'It concerns an update; the plan takes the reference from what is deployed.',
  'config/caller-reference-reused': 'It needs a live account: only CloudFront knows the references in use.',
  'config/quantity-mismatch':
    'A design has no counts; the reader reports a wrong one and the writer counts again.',
  'config/quantity-with-items-omitted': 'A design has no counts; the writer leaves empty lists out.',
  'config/http-version-case': 'It is config/enum-invalid, which suggests the right case.',
  'config/stale-etag': 'It concerns an update; the plan sends the ETag that it has read.',
  'config/delete-enabled': 'It concerns a deletion, which the plan does after disabling.',
  'config/update-is-full-replace': 'It concerns an update; the plan shows what would be removed.',
}

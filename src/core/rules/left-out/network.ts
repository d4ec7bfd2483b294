/** Rules of network/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'network/http2-cert-shared': 'It is certificate/http-version-mismatch-shared.',
  'network/vpc-origin-update-in-use':
    'It concerns an update; the plan shows what uses a VPC origin before it is changed.',
  'network/mtls-ca-bundle': 'A design names the object in S3 that holds the bundle, and not what is in it.',
}

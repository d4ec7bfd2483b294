/** What kind of server an origin's domain name belongs to: OAC, protocols and defaults depend on it. */
export interface OriginKind {
  readonly id: string
  /** As the palette and the canvas call it. */
  readonly label: string
  /** Recognises the host; hosts are compared in lower case. */
  readonly matches: (host: string) => boolean
  /** The origin access control type that signs for it; absent where CloudFront cannot sign. */
  readonly signing?: 's3' | 'lambda' | 'mediastore' | 'mediapackagev2'
  /** It takes an S3OriginConfig. */
  readonly isBucket?: boolean
}

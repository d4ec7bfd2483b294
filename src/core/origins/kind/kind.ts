/**
 * One kind of origin: how its host is recognised, and what follows from it everywhere. The registry gives the type of
 * its ids, so that a comparison with an id that no kind has does not compile.
 */
import type { Origin } from '#core/model/document.ts'
import type { Picture } from '#core/model/picture.ts'
import type { originAccessControlOriginType } from '#core/model/shapes/enums.ts'

export type SigningType = (typeof originAccessControlOriginType.values)[number]

/** An item of the palette that adds an origin of the kind. */
export interface OriginPreset {
  readonly hint: string
  readonly origin: Partial<Origin>
  /** The logical id of an origin access control that comes with it, and lets CloudFront alone read it. */
  readonly access: string | null
}

export interface AnyOriginKind<Id extends string> {
  readonly id: Id
  /** As the palette and the canvas call it. */
  readonly label: string
  readonly picture: Picture
  /** Recognises the host; hosts are compared in lower case. */
  readonly matches: (host: string) => boolean
  /** Hosts of it in all their forms, which a test holds it to. */
  readonly examples: readonly string[]
  /** The origin access control type that signs for it; null where CloudFront cannot sign. */
  readonly signing: SigningType | null
  /** It takes an S3OriginConfig. */
  readonly isBucket: boolean
  /** A service of AWS that speaks HTTPS alone to whoever calls it by this name. */
  readonly isHttpsOnly?: true
  /** Null where people do not look for it in a palette. */
  readonly preset: OriginPreset | null
}

export const defineOrigin = <const Id extends string>(kind: AnyOriginKind<Id>): AnyOriginKind<Id> => kind

/** The settings of a server as its preset has them. */
export const server = (OriginProtocolPolicy: 'https-only' | 'http-only'): Partial<Origin> => ({
  CustomOriginConfig: {
    HTTPPort: 80,
    HTTPSPort: 443,
    OriginProtocolPolicy,
    OriginSslProtocols: ['TLSv1.2'],
  },
})

import { type QuotaName, quotaNumber } from './quotas.ts'

/** What lives in the AWS account and not in the design; given by a scenario or read when connected. */
export interface AccountFacts {
  readonly accountId?: string
  readonly certificates?: readonly AccountCertificate[]
  /** The ids that signed URLs carry, for the design's own public keys. */
  readonly publicKeys?: readonly {
    readonly logicalId: string
    readonly Id: string
    /** PEM of a key that stands in for the design's, so that a test can sign with the other half. */
    readonly EncodedKey?: string
  }[]
  /** The contents of key value stores, by ARN, name or logical id. */
  readonly keyValueStores?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Ids of policies that exist in the account and are neither managed nor in the design. */
  readonly policyIds?: readonly string[]
  /** When the facts were read (ISO 8601); what has expired is judged by it. */
  readonly readAt?: string
  readonly functions?: readonly AccountFunction[]
  /** Quotas that AWS has raised for the account, by their names in model/quotas.ts. */
  readonly quotaOverrides?: Readonly<Partial<Record<QuotaName, number>>>
  /** What the account holds beside the design, of what a quota counts, by the quota's name. */
  readonly quotaUsage?: Readonly<Partial<Record<QuotaName, number>>>
  /** ARNs or ids of the certificates that have dedicated IP addresses. */
  readonly dedicatedIpCertificates?: readonly string[]
  /** The VPC origins of the account, with CloudFront's word for their status. */
  readonly vpcOrigins?: readonly { readonly Id: string; readonly Status: string }[]
}

/** A CloudFront function of the account, as DescribeFunction tells it of both stages. */
export interface AccountFunction {
  readonly Name: string
  /** When each stage was last changed (ISO 8601); no LIVE one where it was never published. */
  readonly developmentModifiedAt?: string
  readonly liveModifiedAt?: string
}

export interface AccountCertificate {
  readonly Arn: string
  readonly DomainNames: readonly string[]
  /** ACM's status, `ISSUED` where it can be used. */
  readonly Status?: string
  readonly NotAfter?: string
  /** ACM's name of the key: `RSA_2048`, `EC_prime256v1`. */
  readonly KeyAlgorithm?: string
  /** ACM's `Subject` and `Issuer`: a distinguished name or a common name. */
  readonly Subject?: string
  readonly Issuer?: string
}

/** The number of a quota as it holds for an account: what AWS raised it to, else the default. */
export const quotaIn = (account: AccountFacts | undefined, name: QuotaName): number =>
  account?.quotaOverrides?.[name] ?? quotaNumber(name)

/** Managed policies by the names that the library has for them, and others by their id. */

import { quoted } from '#core/formats/cdk/text.ts'
import type { Tree } from '#core/formats/tree.ts'
import type { Making } from './parts.ts'

interface PolicyKind {
  readonly className: string
  readonly from: string
  readonly managed: Readonly<Record<string, string>>
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudfront.CachePolicy.html */
export const policyKinds = {
  CachePolicyId: {
    className: 'CachePolicy',
    from: 'fromCachePolicyId',
    managed: {
      '2e54312d-136d-493c-8eb9-b001f22f67d2': 'AMPLIFY',
      '658327ea-f89d-4fab-a63d-7e88639e58f6': 'CACHING_OPTIMIZED',
      'b2884449-e4de-46a7-ac36-70bc7f1ddd6d': 'CACHING_OPTIMIZED_FOR_UNCOMPRESSED_OBJECTS',
      '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': 'CACHING_DISABLED',
      '08627262-05a9-4f76-9ded-b50ca2e3a84f': 'ELEMENTAL_MEDIA_PACKAGE',
      '83da9c7e-98b4-4e11-a168-04f0df8e2c65': 'USE_ORIGIN_CACHE_CONTROL_HEADERS',
      '4cc15a8a-d715-48a4-82b8-cc0b614638fe': 'USE_ORIGIN_CACHE_CONTROL_HEADERS_QUERY_STRINGS',
    },
  },
  OriginRequestPolicyId: {
    className: 'OriginRequestPolicy',
    from: 'fromOriginRequestPolicyId',
    managed: {
      'acba4595-bd28-49b8-b9fe-13317c0390fa': 'USER_AGENT_REFERER_HEADERS',
      '59781a5b-3903-41f3-afcb-af62929ccde1': 'CORS_CUSTOM_ORIGIN',
      '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf': 'CORS_S3_ORIGIN',
      '216adef6-5c7f-47e4-b989-5492eafa07d3': 'ALL_VIEWER',
      '775133bc-15f2-49f9-abea-afb2e0bf67d2': 'ELEMENTAL_MEDIA_TAILOR',
      '33f36d7e-f396-46d9-90e0-52428a34d9dc': 'ALL_VIEWER_AND_CLOUDFRONT_2022',
      'b689b0a8-53d0-40ab-baf2-68738e2966ac': 'ALL_VIEWER_EXCEPT_HOST_HEADER',
      'bf0718e1-ba1e-49d1-88b1-f726733018ae': 'HOST_HEADER_ONLY',
    },
  },
  ResponseHeadersPolicyId: {
    className: 'ResponseHeadersPolicy',
    from: 'fromResponseHeadersPolicyId',
    managed: {
      '60669652-455b-4ae9-85a4-c4c02393f86c': 'CORS_ALLOW_ALL_ORIGINS',
      '5cc3b908-e619-4b99-88e5-2cf7f45965bd': 'CORS_ALLOW_ALL_ORIGINS_WITH_PREFLIGHT',
      '67f7725c-6f97-4210-82d7-5512b31e9d03': 'SECURITY_HEADERS',
      'e61eb60c-9c35-4d20-a928-2b84e02af89c': 'CORS_ALLOW_ALL_ORIGINS_AND_SECURITY_HEADERS',
      'eaab4381-ed33-4a86-88ca-d9558dc6cd63': 'CORS_ALLOW_ALL_ORIGINS_WITH_PREFLIGHT_AND_SECURITY_HEADERS',
    },
  },
} as const satisfies Readonly<Record<string, PolicyKind>>

/** The expression for the policy that an id names. */
export function policyText(kind: PolicyKind, id: Tree | undefined, making: Making): string | undefined {
  if (id === undefined) return undefined
  if (typeof id === 'string' && Object.hasOwn(kind.managed, id))
    return `cloudfront.${kind.className}.${kind.managed[id]}`
  const own = making.constructs.get(JSON.stringify(id))
  if (own !== undefined) return own
  const code = making.expressions.text(id)
  return code === undefined
    ? undefined
    : making.declare(
        kind.className,
        (construct) => `cloudfront.${kind.className}.${kind.from}(this, ${quoted(construct)}, ${code})`,
      )
}

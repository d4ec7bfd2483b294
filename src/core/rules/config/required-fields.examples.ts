import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

const without = (document: DesignDocument, ...names: string[]): DesignDocument => {
  const site = document.resources['Site']
  const config = Object.fromEntries(
    Object.entries(site?.config ?? {}).filter(([name]) => !names.includes(name)),
  )
  return { ...document, resources: { Site: { type: 'Distribution', config } } }
}
const fromApi = (document: DesignDocument): DesignDocument => ({
  ...document,
  source: { format: 'distribution-config', text: '{}' },
})

export const examples: RuleExamples = {
  valid: {
    'all there': distribution({ Comment: 'shop' }),
    'no comment in a template': distribution(),
    'an expression': distribution({ Enabled: { unknown: '!Ref On', expression: { Ref: 'On' } } }),
    'defaults of Terraform': {
      ...without(distribution(), 'Enabled'),
      source: { format: 'terraform', text: '' },
    },
  },
  invalid: {
    'no Enabled': without(distribution(), 'Enabled'),
    'no protocol policy': distribution({
      Origins: [customOrigin('web', { CustomOriginConfig: { HTTPPort: 80 } })],
    }),
    'an empty status list is there, members are not': distribution({
      OriginGroups: [{ key: 'g', Id: 'g', FailoverCriteria: { StatusCodes: [500] } }],
    }),
    'an API request without CallerReference': fromApi(
      without(distribution({ Comment: '' }), 'CallerReference'),
    ),
    'a cache policy without a name': distribution(
      {},
      { Policy: { type: 'CachePolicy', config: { MinTTL: 0 } } },
    ),
    'a header without its override': distribution(
      {},
      {
        Headers: {
          type: 'ResponseHeadersPolicy',
          config: { Name: 'h', SecurityHeadersConfig: { FrameOptions: { FrameOption: 'DENY' } } },
        },
      },
    ),
  },
}

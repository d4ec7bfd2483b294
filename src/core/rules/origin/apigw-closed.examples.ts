import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const calling = (api: object) =>
  distribution(
    {
      Origins: [
        customOrigin('api', {
          DomainName: {
            unknown: '!Sub …',
            expression: { 'Fn::Sub': '…' },
            like: 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
            refs: ['Api'],
          },
        }),
      ],
    },
    { Api: foreign('AWS::ApiGateway::RestApi', api) },
  )

export const examples: RuleExamples = {
  valid: {
    regional: calling({ EndpointConfiguration: { Types: ['REGIONAL'] } }),
    'as the deployment decides': calling({
      EndpointConfiguration: { Types: [{ unknown: '!Ref Type', expression: { Ref: 'Type' } }] },
    }),
    'nothing said': calling({}),
  },
  invalid: {
    private: calling({ EndpointConfiguration: { Types: ['PRIVATE'] } }),
    off: calling({ DisableExecuteApiEndpoint: true }),
  },
}

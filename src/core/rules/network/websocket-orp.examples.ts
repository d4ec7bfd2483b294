import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import {
  behavior,
  customOrigin,
  defaultBehavior,
  distribution,
  managed,
  originRequestPolicy,
} from '#fixtures/build.ts'

const sockets = (more: Parameters<typeof behavior>[2] = {}, PathPattern = '/ws/*'): DesignDocument =>
  distribution(
    { CacheBehaviors: [behavior(PathPattern, 'web', { CachePolicyId: managed.cachingDisabled, ...more })] },
    {
      Named: originRequestPolicy({
        HeadersConfig: {
          HeaderBehavior: 'whitelist',
          Headers: [
            'Sec-WebSocket-Key',
            'Sec-WebSocket-Version',
            'Sec-WebSocket-Protocol',
            'Sec-WebSocket-Accept',
            'Sec-WebSocket-Extensions',
          ],
        },
      }),
      KeyOnly: originRequestPolicy({
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['sec-websocket-key'] },
      }),
    },
  )

export const examples: RuleExamples = {
  valid: {
    'every header': sockets({ OriginRequestPolicyId: managed.allViewer }),
    'every header but Host': sockets({ OriginRequestPolicyId: managed.allViewerExceptHostHeader }),
    'the five by name': sockets({ OriginRequestPolicyId: { ref: 'Named' } }),
    'a policy that the deployment decides': sockets({
      OriginRequestPolicyId: { unknown: '!Ref Policy', expression: { Ref: 'Policy' } },
    }),
    'another path': sockets({}, '/news/*'),
    'a path that ends in ws': sockets({}, '/reviews'),
  },
  invalid: {
    none: sockets(),
    'one of them': sockets({ OriginRequestPolicyId: { ref: 'KeyOnly' } }),
    'socket.io': sockets({}, '/socket.io/*'),
    'the real-time endpoint of AppSync': distribution({
      Origins: [customOrigin('live', { DomainName: 'abc.appsync-realtime-api.eu-west-1.amazonaws.com' })],
      DefaultCacheBehavior: defaultBehavior('live', { CachePolicyId: managed.cachingDisabled }),
    }),
  },
}

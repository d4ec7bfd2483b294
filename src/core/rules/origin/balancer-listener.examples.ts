import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behindBalancer, listener } from '#fixtures/build-around.ts'

export const examples: RuleExamples = {
  valid: {
    'a listener for HTTPS': behindBalancer({ Listener: listener(443, 'HTTPS') }),
    'a port that the deployment decides': behindBalancer({
      Listener: listener({ unknown: '!Ref Port', expression: { Ref: 'Port' } }, 'HTTP'),
    }),
    'listeners of another stack': behindBalancer({}),
    'a listener of one balancer or another': behindBalancer({
      Listener: listener(80, 'HTTP'),
      Other: listener(443, 'HTTPS', { unknown: '!Ref Arn', expression: { Ref: 'Arn' } }),
    }),
    'plain HTTP': behindBalancer({ Listener: listener(80, 'HTTP') }, 'http-only'),
    'bytes passed through': behindBalancer({ Listener: listener(443, 'TCP') }),
  },
  invalid: {
    'HTTP alone': behindBalancer({ Listener: listener(80, 'HTTP') }),
    'HTTP on the port of HTTPS': behindBalancer({ Listener: listener(443, 'HTTP') }),
    'HTTPS alone': behindBalancer({ Listener: listener(443, 'HTTPS') }, 'http-only'),
    "viewers' protocol": behindBalancer({ Listener: listener(80, 'HTTP') }, 'match-viewer'),
  },
}

import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution, group } from '#fixtures/build.ts'

const failing = (codes: number[], ...ErrorCodes: number[]): DesignDocument =>
  distribution({
    Origins: [customOrigin('web'), customOrigin('spare')],
    OriginGroups: [group('both', ['web', 'spare'], { FailoverCriteria: { StatusCodes: codes } })],
    CustomErrorResponses: ErrorCodes.map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 10 })),
  })

export const examples: RuleExamples = {
  valid: {
    different: failing([500, 502], 404),
    'no pages': failing([500, 502]),
  },
  invalid: {
    'the same': failing([404, 500], 404),
    several: failing([500, 502, 503, 504], 502, 503),
  },
}

import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

const allowing = (count: number): DesignDocument =>
  distribution(
    {},
    {
      Cors: responseHeadersPolicy({
        CorsConfig: {
          AccessControlAllowOrigins: Array.from(
            { length: count },
            (_, index) => `https://tenant-${index}.example.com`,
          ),
          AccessControlAllowHeaders: ['Content-Type'],
          AccessControlAllowMethods: ['GET'],
          AccessControlAllowCredentials: false,
          OriginOverride: true,
        },
      }),
    },
  )

export const examples: RuleExamples = {
  valid: {
    'a few': allowing(10),
  },
  invalid: {
    'a hundred': allowing(100),
  },
}

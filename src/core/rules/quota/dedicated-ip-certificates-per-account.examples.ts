import type { DesignDocument, Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const vip = (count: number): DesignDocument => ({
  ...distribution(),
  resources: Object.fromEntries(
    Array.from({ length: count }, (_, index): [string, Resource] => [
      `Site${index}`,
      {
        type: 'Distribution',
        config: { ViewerCertificate: { IAMCertificateId: `C${index}`, SSLSupportMethod: 'vip' } },
      },
    ]),
  ),
})

export const examples: RuleExamples = {
  valid: {
    two: vip(2),
  },
  invalid: {
    three: vip(3),
  },
}

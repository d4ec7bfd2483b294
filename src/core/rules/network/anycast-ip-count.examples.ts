import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const list = (IpCount: number): DesignDocument =>
  distribution({}, { List: { type: 'AnycastIpList', config: { Name: 'list', IpCount } } })

export const examples: RuleExamples = {
  valid: {
    '21': list(21),
    '3': list(3),
  },
  invalid: {
    '4': list(4),
    none: list(0),
  },
}

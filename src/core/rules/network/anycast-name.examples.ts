import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const named = (Name: string): DesignDocument =>
  distribution({}, { List: { type: 'AnycastIpList', config: { Name, IpCount: 21 } } })

export const examples: RuleExamples = {
  valid: {
    plain: named('shop_addresses-1'),
    '64 characters': named('a'.repeat(64)),
  },
  invalid: {
    'a space': named('shop addresses'),
    empty: named(''),
    '65 characters': named('a'.repeat(65)),
  },
}

import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

const manifests = (Compress: boolean) =>
  distribution({ CacheBehaviors: [behavior('*.m3u8', 'web', { Compress })] })

export const examples: RuleExamples = {
  valid: { compressed: manifests(true) },
  invalid: { 'as they are': manifests(false) },
}

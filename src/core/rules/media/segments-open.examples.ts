import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

const stream = (segments: Parameters<typeof behavior>[2], manifests: Parameters<typeof behavior>[2]) =>
  distribution(
    { CacheBehaviors: [behavior('*.m3u8', 'web', manifests), behavior('*.m4s', 'web', segments)] },
    { Viewers: { type: 'KeyGroup', config: { Name: 'viewers', Items: ['K2JCJMDEHXQW5F'] } } },
  )
const signed = { TrustedKeyGroups: { Enabled: true, Items: [{ ref: 'Viewers' }] } }

export const examples: RuleExamples = {
  valid: { 'both signed': stream(signed, signed) },
  invalid: { 'manifests alone': stream({}, signed) },
}

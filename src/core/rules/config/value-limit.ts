import { defineRule } from '#core/rules/harness/rule.ts'
import { outsideLimits } from '#core/rules/lookup/field-limits.ts'

/** As much of a value as a message can hold. */
const shown = (value: string) => (value.length > 40 ? `${value.slice(0, 39)}…` : value)

export const configValueLimit = defineRule({
  id: 'config/value-limit',
  severity: 'error',
  sees: 'all',
  summary: 'A text is too long, too short, or has other characters than its field takes.',
  why: 'CloudFormation and the API compare each text with the length and the pattern of its field, and refuse the whole resource.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_CloudFront.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3031', 'cfn-lint E3033'],

  *check({ document }) {
    for (const { path, value, says } of outsideLimits(document))
      yield {
        path,
        message:
          value === ''
            ? `“${path.at(-1)}” of “${path[1]}” is empty, so CloudFront refuses it; write ${says}.`
            : `“${shown(value)}” is not a value of “${path.at(-1)}” of “${path[1]}”, so CloudFront refuses it; write ${says}.`,
      }
  },
})

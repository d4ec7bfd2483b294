import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorViewerProtocolRequired = defineRule({
  id: 'behavior/viewer-protocol-required',
  severity: 'error',
  sees: 'behavior',
  summary: 'A behavior does not say how viewers may connect.',
  why: 'ViewerProtocolPolicy has no default in the API.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3003'],

  *check({ document }) {
    for (const { behavior, path } of eachBehavior(document)) {
      if (behavior.ViewerProtocolPolicy !== undefined && (behavior.ViewerProtocolPolicy as unknown) !== '')
        continue
      const field = [...path, 'ViewerProtocolPolicy']
      yield {
        path: field,
        message:
          'The behavior has no viewer protocol policy, so CloudFront refuses it; use “redirect-to-https”.',
        suggestions: [setAt(field, 'redirect-to-https', 'Redirect HTTP to HTTPS')],
      }
    }
  },
})

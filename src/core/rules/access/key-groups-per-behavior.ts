import { quotaIn } from '#core/model/account.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const accessKeyGroupsPerBehavior = defineRule({
  id: 'access/key-groups-per-behavior',
  severity: 'error',
  summary: 'A behavior trusts at most 4 key groups.',
  why: '4 is the quota for the key groups of a behavior.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyKeyGroupsAssociatedToDistribution',

  *check({ document, account }) {
    const most = quotaIn(account, 'key-groups-per-behavior')
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const count = (known(behavior.TrustedKeyGroups)?.Items ?? []).length
      if (count <= most) continue
      yield {
        path: [...path, 'TrustedKeyGroups'],
        message: `${count} key groups in ${behaviorName(placed)} are more than the quota of ${most}, so CloudFront refuses them; trust fewer.`,
      }
    }
  },
})

import { distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const originSlowFailover = defineRule({
  id: 'origin/slow-failover',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'Failover takes longer than viewers wait.',
  why: 'CloudFront tries the primary ConnectionAttempts times for ConnectionTimeout seconds each before it asks the secondary: 30 seconds by default.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      for (const { value: group, path } of originGroupsOf(distribution)) {
        const primary = nameOf(known(known(group.Members)?.[0])?.OriginId)
        const origin = originsOf(distribution).find(
          ({ value }) => known(value.Id) !== undefined && value.Id === primary,
        )
        if (!origin) continue
        const attempts = known(origin.value.ConnectionAttempts ?? 3)
        const timeout = known(origin.value.ConnectionTimeout ?? 10)
        if (typeof attempts !== 'number' || typeof timeout !== 'number' || attempts * timeout < 30) continue
        yield {
          path: [...path, 'Members'],
          message: `The group “${nameOf(group.Id)}” asks its secondary only after ${attempts} attempts of ${timeout} seconds at “${primary}”; lower the attempts or the timeout for a faster failover.`,
          suggestions: [setAt([...origin.path, 'ConnectionTimeout'], 3, 'Wait 3 seconds for each attempt')],
        }
      }
    }
  },
})

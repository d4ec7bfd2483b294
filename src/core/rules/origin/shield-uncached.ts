import { behaviorsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { effectiveTtls, isCachingDisabled } from '#core/model/referenced-policies.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin, originsBehind } from '#core/rules/lookup/walk.ts'

export const originShieldUncached = defineRule({
  id: 'origin/shield-uncached',
  severity: 'info',
  profiles: ['cost'],
  summary: 'Origin Shield is on for responses that are never cached.',
  why: 'Origin Shield is paid by request and only helps what is cached: with caching disabled every request passes it in vain.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-shield.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      if (known(known(origin.OriginShield)?.Enabled) !== true) continue
      const users = behaviorsOf(distribution).filter(({ behavior }) =>
        originsBehind({ distribution, behavior }).some(({ value }) => value.Id === origin.Id),
      )
      const isUncached =
        users.length > 0 &&
        users.every(({ behavior }) => {
          const ttls = effectiveTtls(document, behavior)
          return ttls !== undefined && isCachingDisabled(ttls)
        })
      if (!isUncached) continue
      yield {
        path: [...path, 'OriginShield', 'Enabled'],
        message: `Nothing from the origin “${nameOf(origin.Id)}” is cached, so Origin Shield costs and does not help; switch it off.`,
        suggestions: [setAt([...path, 'OriginShield'], { Enabled: false }, 'Switch Origin Shield off')],
      }
    }
  },
})

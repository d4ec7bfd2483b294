import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const costOriginShield = defineRule({
  id: 'cost/origin-shield',
  severity: 'info',
  sees: 'origin',
  profiles: ['cost'],
  summary: 'Origin Shield is billed per request.',
  why: 'Each request that reaches Origin Shield as an extra layer is billed. It pays where many edge locations would otherwise ask a slow or dear origin for the same objects.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-shield.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (known(known(origin.OriginShield)?.Enabled) !== true) continue
      const field = [...path, 'OriginShield', 'Enabled']
      yield {
        path: field,
        message: `Requests that pass Origin Shield of “${nameOf(origin.Id)}” are billed extra; compare its hit ratio with what the origin saves.`,
        suggestions: [setAt([...path, 'OriginShield'], { Enabled: false }, 'Switch Origin Shield off')],
      }
    }
  },
})

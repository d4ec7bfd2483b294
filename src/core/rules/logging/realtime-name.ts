import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { repeatedTogether } from '#core/rules/lookup/walk.ts'

export const loggingRealtimeName = defineRule({
  id: 'logging/realtime-name',
  severity: 'error',
  sees: 'shared',
  summary: 'Two real-time log configurations have the same name.',
  why: 'Names are unique within an account; the second configuration of a name is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateRealtimeLogConfig.html',
  code: 'RealtimeLogConfigAlreadyExists',

  *check({ document }) {
    const configs = resourcesOf(document, 'RealtimeLogConfig')
    const names = configs.map(({ config }) => known(config.Name))
    const repeated = repeatedTogether(
      configs,
      (one) => one,
      ({ config }) => known(config.Name),
    )
    for (const one of repeated) {
      const name = known(one.config.Name) ?? ''
      const free = [2, 3, 4, 5, 6, 7, 8, 9]
        .map((number) => `${name}-${number}`)
        .find((other) => !names.includes(other))
      const field = [...one.path, 'Name']
      yield {
        path: field,
        message: `Another real-time log configuration is called “${name}” too, so CloudFront refuses “${one.id}”; rename it.`,
        ...(free && { fix: setAt(field, free, `Rename it to “${free}”`) }),
      }
    }
  },
})

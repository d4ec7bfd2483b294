import { behaviorsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originPathRepeatsPattern = defineRule({
  id: 'origin/path-repeats-pattern',
  severity: 'warning',
  summary: 'An origin path repeats the path pattern of its behavior.',
  why: 'CloudFront does not strip the pattern: it puts OriginPath before the whole request path.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: null,
  shows: { request: { url: '/api/x' }, outcome: { originRequests: [{ path: '/api/api/x' }] } },

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      const text = known(origin.OriginPath)
      const id = known(origin.Id)
      if (!text || id === undefined) continue
      const users = behaviorsOf(distribution).filter(({ behavior }) => nameOf(behavior.TargetOriginId) === id)
      const edited = users.some(
        ({ behavior }) =>
          (behavior.FunctionAssociations ?? []).length + (behavior.LambdaFunctionAssociations ?? []).length >
          0,
      )
      const repeats =
        users.length > 0 &&
        users.every(
          ({ behavior }) => `/${(known(behavior.PathPattern) ?? '').replace(/^\//, '')}` === `${text}/*`,
        )
      if (!repeats || edited) continue
      yield {
        path: [...path, 'OriginPath'],
        message: `The origin path “${text}” comes before paths that begin with it already, so the origin is asked for “${text}${text}/…”; remove the origin path if that is not meant.`,
        suggestions: [setAt([...path, 'OriginPath'], '', 'Remove the origin path')],
      }
    }
  },
})

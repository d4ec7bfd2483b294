import { behaviorsOf } from '#core/model/distribution.ts'
import type { Behavior } from '#core/model/document.ts'
import { isWhollyKnown, known } from '#core/model/field.ts'
import { mediaOf } from '#core/model/media.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { kindsBehind } from '#core/rules/lookup/behavior-traits.ts'
import { type BehaviorInPlace, behaviorName, eachBehavior, originsBehind } from '#core/rules/lookup/walk.ts'

const isManifest = ({ distribution, behavior }: Pick<BehaviorInPlace, 'distribution' | 'behavior'>) =>
  mediaOf(distribution, behavior)?.part === 'manifest'

/** A function of the behavior may send the request to another origin. */
const mayChoose = ({ FunctionAssociations: functions, LambdaFunctionAssociations: lambdas }: Behavior) =>
  (functions ?? []).length + (lambdas ?? []).length > 0

/** Whether anything but manifests is fetched from the origins behind a behavior; true where that is not known. */
function servesOthers({ distribution, behavior }: BehaviorInPlace): boolean {
  const own = originsBehind({ distribution, behavior }).map(({ value }) => value.Id)
  return behaviorsOf(distribution).some(
    (other) =>
      !isManifest({ distribution, behavior: other.behavior }) &&
      (mayChoose(other.behavior) ||
        known(other.behavior.TargetOriginId) === undefined ||
        originsBehind({ distribution, behavior: other.behavior }).some(({ value }) =>
          own.includes(value.Id),
        )),
  )
}

export const mediaSegmentsElsewhere = defineRule({
  id: 'media/segments-elsewhere',
  severity: 'warning',
  summary: 'Manifests come from an origin that no behavior asks for segments.',
  why: 'A packager writes a manifest beside its segments, and names them by relative paths. A player then asks this distribution for them, and another origin, which does not have them, is asked.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/live-streaming.html',
  code: null,
  shows: {
    request: { url: '/live/segment1.ts' },
    outcome: { originRequests: [{ origin: 'web' }] },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { distribution, path } = placed
      if (!isManifest(placed) || !isWhollyKnown(distribution.config.CacheBehaviors)) continue
      const kinds = kindsBehind(document, placed)
      const isStore = kinds.some(({ id, isBucket }) => isBucket || id.startsWith('media-package'))
      if (!isStore || servesOthers(placed)) continue
      const [origin] = originsBehind(placed)
      yield {
        path: [...path, 'TargetOriginId'],
        message: `${behaviorName(placed)} gets manifests from “${nameOf(origin?.value.Id)}”, and no behavior gets anything else from there, so the segments that they list are asked of another origin; add a behavior for the segments.`,
      }
    }
  },
})

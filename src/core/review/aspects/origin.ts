import { oncePer } from '#core/model/distribution.ts'
import type { Aspect } from '#core/review/aspect.ts'
import type { Difference } from '#core/review/change.ts'
import { judged, type OriginSetting, originSettings } from '#core/review/origin-settings.ts'
import { pathBetween, routingOf } from '#core/review/routes.ts'
import { type Here, settingPointer, spokenBehavior } from '#core/review/side.ts'
import type { CompiledDistribution, CompiledOrigin } from '#core/trace/compile/compiled.ts'
import { isUncached } from './ttl.ts'

const hostOf = (here: Here, origin: CompiledOrigin): string =>
  originSettings(here.side, origin).find(({ id }) => id === 'host')?.text ?? origin.domainName

/** An origin, or a group with its members, by the names that people gave them. */
export function targetWords(here: Here): string {
  const { target } = here.behavior
  if (target.origins.length === 0) return `“${target.id}”, which does not exist`
  const names = target.origins.map((origin) => `${origin.id} (${hostOf(here, origin)})`)
  return target.isGroup ? `group ${target.id}: ${names.join(', then ')}` : names.join()
}

const effects = (here: Here, hasPlainViewers: boolean) =>
  here.behavior.target.origins.map((origin) => originSettings(here.side, origin, hasPlainViewers))
const key = (settings: readonly OriginSetting[]) => JSON.stringify(settings.map(({ key: own }) => own))
const failover = ({ behavior: { target } }: Here) =>
  target.isGroup ? [...target.failoverStatuses].sort((a, b) => a - b).join(', ') : ''

/** Where the old answers come from until they expire: the cache key does not say which origin made an object. */
const keepsOld = (before: Here, after: Here) => !isUncached(before.behavior) && !isUncached(after.behavior)

const has = ({ side: { compiled } }: Here, { behavior }: Here): boolean =>
  compiled.behaviors.some(({ pattern }) => pattern === behavior.pattern)

/** Why a path is another behavior's, where the lists of behaviors say it. */
function reason(before: Here, after: Here): { readonly text: string; readonly isOrder: boolean } {
  const [old, now] = [spokenBehavior(before.behavior), spokenBehavior(after.behavior)]
  if (before.behavior.pattern === after.behavior.pattern) return { text: '', isOrder: false }
  if (!has(before, after)) return { text: `, because ${now} is new`, isOrder: false }
  if (!has(after, before)) return { text: `, because ${old} is gone`, isOrder: false }
  return { text: `, because ${now} now comes before ${old}`, isOrder: true }
}

function moved(before: Here, after: Here): Difference {
  const stays = keepsOld(before, after)
    ? ' What the caches hold of the old origin is served until it expires or is invalidated.'
    : ''
  const isNowhere = after.behavior.target.origins.length === 0
  const { text, isOrder } = reason(before, after)
  return {
    before: targetWords(before),
    after: targetWords(after),
    severity: isNowhere || isOrder ? 'danger' : 'change',
    text: isNowhere
      ? `Requests go to ${targetWords(after)}: CloudFront refuses such a configuration.`
      : `Requests go to ${targetWords(after)} instead of ${targetWords(before)}${text}.${stays}`,
    kinds: isNowhere ? ['outage', 'routing'] : ['routing'],
    setting: settingPointer(after.side, [...after.behavior.path, 'TargetOriginId']),
    shownBy: [{}, { answers: { match: {}, response: { status: 500 } } }],
  }
}

/** Answers that CloudFront gives before it looks at the protocol: to a GET with a body, to a URL that is too long. */
const madeEarly = new Set([403, 414, 494])

/** Whether any path at all is served over plain HTTP: a behavior that earlier ones cover wholly serves none. */
const takesPlain = oncePer(({ behaviors }: CompiledDistribution): boolean => {
  const routing = routingOf(behaviors.slice(0, -1).map(({ pattern }) => pattern))
  return behaviors.some(
    ({ protocolPolicy }, at) =>
      protocolPolicy === 'allow-all' && pathBetween(routing, routing, at, at) !== undefined,
  )
})

/** An error page is fetched over the protocol of the viewer, one who was refused for plain HTTP among them. */
const isPlainErrorPage = ({ behavior, side: { compiled } }: Here): boolean =>
  [...compiled.errorResponses.values()].some(
    ({ errorCode, pagePath }) =>
      pagePath !== null &&
      compiled.chooseBehavior(pagePath.split('?')[0] ?? '') === behavior &&
      (madeEarly.has(errorCode) || compiled.webAcl !== null || takesPlain(compiled)),
  )

const plainViewers = (before: Here, after: Here) =>
  [before, after].some((here) => here.behavior.protocolPolicy === 'allow-all' || isPlainErrorPage(here))

function* settingsChanged(before: Here, after: Here, at: number): Generator<Difference> {
  const [old, now] = [before.behavior.target.origins[at], after.behavior.target.origins[at]]
  if (!old || !now) return
  const plain = plainViewers(before, after)
  const olds = new Map(originSettings(before.side, old, plain).map((setting) => [setting.id, setting]))
  for (const setting of originSettings(after.side, now, plain)) {
    const was = olds.get(setting.id)
    if (!was || was.key === setting.key) continue
    yield {
      before: was.text,
      after: setting.text,
      setting: settingPointer(after.side, setting.path),
      ...judged(was, setting, now.id),
    }
  }
}

function* failoverChanged(before: Here, after: Here): Generator<Difference> {
  const [old, now] = [failover(before), failover(after)]
  if (old === now) return
  yield {
    before: `the second origin is asked on ${old}`,
    after: `the second origin is asked on ${now}`,
    severity: 'change',
    text: `Failover happens on ${now} instead of ${old}.`,
    setting: settingPointer(after.side, [...(after.behavior.target.path ?? []), 'FailoverCriteria']),
    shownBy: [
      ...new Set([...before.behavior.target.failoverStatuses, ...after.behavior.target.failoverStatuses]),
    ].map((status) => ({ answers: { match: {}, response: { status } } })),
  }
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html */
export const origin: Aspect = {
  what: 'origin',
  title: 'Where requests go',
  // Each setting says for itself what of it only a deployment knows.
  reads: () => [],
  says: targetWords,
  field: ({ behavior }) => [...behavior.path, 'TargetOriginId'],
  *compare(before, after) {
    const plain = plainViewers(before, after)
    const [old, now] = [effects(before, plain).map(key), effects(after, plain).map(key)]
    const ids = ({ behavior: { target } }: Here) => target.origins.map(({ id }) => id).join('\n')
    const isSameForm = before.behavior.target.isGroup === after.behavior.target.isGroup
    if (old.join() !== now.join() || old.length === 0) {
      if (ids(before) !== ids(after)) yield moved(before, after)
      else for (const at of old.keys()) yield* settingsChanged(before, after, at)
    }
    if (isSameForm) yield* failoverChanged(before, after)
    else if (old.join() === now.join()) yield moved(before, after)
  },
}

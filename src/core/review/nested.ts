/** Distributions within a distribution: a staging one that takes some of its requests, and its tenants. */
import type { Change } from './change.ts'
import { type Side, settingPointer } from './side.ts'
import type { SiteReview } from './site-review.ts'
import { enumerated } from './words.ts'

type Review = (before: Side, after: Side) => Pick<SiteReview, 'routing' | 'distribution'>
type Staging = NonNullable<Side['compiled']['staging']>
type Tenant = NonNullable<Side['compiled']['tenants']>[number]

function inner(side: Side, compiled: Side['compiled']): Side {
  const resource = side.document.resources[compiled.id]
  const config = resource?.type === 'Distribution' ? resource.config : side.config
  return { document: side.document, id: compiled.id, config, compiled }
}

const change = (
  part: Pick<Change, 'before' | 'after' | 'severity' | 'text' | 'setting'> & Partial<Change>,
): Change => ({
  what: 'access',
  kinds: [],
  shownBy: [],
  ...part,
})

const shareWords = (staging: Staging | null): string => {
  if (!staging) return 'no request goes to a staging distribution'
  const { header, weight, distribution } = staging
  if (header) return `requests with “${header.name}” as asked for go to “${distribution.id}”`
  return `${(weight ?? 0) * 100} % of the requests go to “${distribution.id}”`
}
/** With the header's value, which nobody is shown: it may be there to keep others out. */
const shareKey = (staging: Staging | null) =>
  JSON.stringify([shareWords(staging), staging?.header?.value, staging?.stickySeconds])

/** What changes for the requests that continuous deployment sends to a staging distribution. */
export function stagingChanges(before: Side, after: Side, review: Review): Change[] {
  const [old, now] = [before.compiled.staging, after.compiled.staging]
  const setting = settingPointer(after, [...after.compiled.path, 'ContinuousDeploymentPolicyId'])
  const isOther = shareKey(old) !== shareKey(now)
  const shared = isOther
    ? [
        change({
          before: shareWords(old),
          after: shareWords(now),
          severity: 'change',
          text: `Continuous deployment changes: ${shareWords(now)}; until now ${shareWords(old)}.`,
          setting,
        }),
      ]
    : []
  if (!old || !now) return shared
  const found = review(inner(before, old.distribution), inner(after, now.distribution))
  const all = [...found.distribution, ...found.routing.flatMap(({ changes }) => changes)]
  if (all.length === 0) return shared
  const isGrave = all.some(({ severity }) => severity === 'danger')
  return [
    ...shared,
    change({
      what: all[0]?.what ?? 'origin',
      before: `“${old.distribution.id}” as it is`,
      after: `“${now.distribution.id}” with ${all.length} change${all.length === 1 ? '' : 's'}`,
      severity: isGrave ? 'danger' : 'change',
      text: `Requests that go to the staging distribution “${now.distribution.id}” are served otherwise: ${[...new Set(all.map(({ text }) => text))].slice(0, 3).join(' ')}`,
      setting: all[0]?.setting ?? setting,
      kinds: [...new Set(all.flatMap(({ kinds }) => kinds))],
    }),
  ]
}

const told = ({ what, before, after, text }: Change) => JSON.stringify([what, before, after, text])

const domains = ({ domains: names }: Tenant) => enumerated(names.map((name) => `“${name}”`)) || 'no domain'

function* tenantChanges(before: Tenant, after: Tenant, setting: string): Generator<Change> {
  const lost = before.domains.filter((name) => !after.domains.includes(name))
  const gained = after.domains.filter((name) => !before.domains.includes(name))
  if (lost.length + gained.length > 0)
    yield change({
      before: domains(before),
      after: domains(after),
      severity: lost.length > 0 ? 'danger' : 'change',
      text: `The tenant “${after.id}” answers to ${domains(after)} instead of ${domains(before)}.`,
      setting,
      kinds: lost.length > 0 ? ['outage'] : [],
    })
  if (before.obstacle === after.obstacle) return
  yield change({
    before: before.obstacle ?? 'serves',
    after: after.obstacle ?? 'serves',
    severity: after.obstacle === null ? 'change' : 'danger',
    text:
      after.obstacle === null
        ? `The tenant “${after.id}” begins to answer.`
        : `The tenant “${after.id}” answers everything with 403: ${after.obstacle}.`,
    setting,
    kinds: after.obstacle === null ? [] : ['outage'],
  })
}

/** What changes for a tenant beyond what changes for all. */
function withinTenant(
  sides: readonly [Side, Side],
  [before, after]: readonly [Tenant, Tenant],
  common: ReadonlySet<string>,
  review: Review,
): Change[] {
  const found = review(inner(sides[0], before.distribution), inner(sides[1], after.distribution))
  const own = [
    ...found.distribution.map((one) => ({ one, where: '' })),
    ...found.routing.flatMap(({ changes, paths }) => changes.map((one) => ({ one, where: `, ${paths}` }))),
  ].filter(({ one }) => !common.has(told(one)))
  return own.map(({ one, where }) => ({ ...one, text: `Tenant “${after.id}”${where}: ${one.text}` }))
}

/** Tenants by logical id, then by a domain that both have. */
export function tenantsChanges(
  before: Side,
  after: Side,
  common: readonly Change[],
  review: Review,
): Change[] {
  const news = new Set(after.compiled.tenants ?? [])
  const seen = new Set(common.map(told))
  const placeOf = (side: Side, tenant: Tenant) => settingPointer(side, tenant.path)
  const changes: Change[] = []
  for (const old of before.compiled.tenants ?? []) {
    const now =
      [...news].find(({ id }) => id === old.id) ??
      [...news].find(({ domains: names }) => names.some((name) => old.domains.includes(name)))
    if (now) {
      news.delete(now)
      changes.push(
        ...tenantChanges(old, now, placeOf(after, now)),
        ...withinTenant([before, after], [old, now], seen, review),
      )
    } else
      changes.push(
        change({
          before: domains(old),
          after: 'none',
          severity: 'danger',
          text: `The tenant “${old.id}” is gone: ${domains(old)} is answered 403.`,
          setting: placeOf(before, old),
          kinds: ['outage'],
        }),
      )
  }
  for (const now of news)
    changes.push(
      change({
        before: 'none',
        after: domains(now),
        severity: 'note',
        text: `The tenant “${now.id}” is new: it answers to ${domains(now)}.`,
        setting: placeOf(after, now),
      }),
    )
  return changes
}

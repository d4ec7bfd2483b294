/**
 * What each rule is shown of a design. Most look at one distribution at a time, so they are run on each alone. A view
 * that shows what it showed before is the same object, with what was found in it. No rule can look further than its
 * view, so what was found there is what would be found again.
 */
import type { DesignDocument, LogicalId, Resource } from '#core/model/document.ts'
import { namedBy } from '#core/model/reference.ts'
import type { RuleContext } from './rule.ts'

type Resources = DesignDocument['resources']

export interface View {
  readonly context: RuleContext
  /** The resources that it is made of. */
  readonly parts: readonly Resources[]
}

export interface Views {
  /** Everything. */
  readonly whole: View
  /** Everything but the distributions. */
  readonly shared: View
  /** What every view of a distribution shows: what is not CloudFront's, and what that names. */
  readonly beside: Resources
  /** Each distribution with what is not CloudFront's, what it names, and what names it. */
  readonly alone: ReadonlyMap<LogicalId, View>
}

const isSite = (resource: Resource | undefined): boolean => resource?.type === 'Distribution'
const isForeign = (resource: Resource | undefined): boolean => resource?.type.includes('::') === true

const resourceAt = (resources: Resources, id: LogicalId): Resource | undefined =>
  Object.hasOwn(resources, id) ? resources[id] : undefined

/** The resources of CloudFront that name each distribution: tenants, subscriptions, policies of deployment. */
function namersIn(resources: Resources): ReadonlyMap<LogicalId, readonly LogicalId[]> {
  const namers = new Map<LogicalId, LogicalId[]>()
  for (const [id, resource] of Object.entries(resources)) {
    if (isForeign(resource) || isSite(resource)) continue
    for (const { to } of namedBy(resource)) {
      if (!isSite(resourceAt(resources, to))) continue
      const those = namers.get(to)
      if (those) those.push(id)
      else namers.set(to, [id])
    }
  }
  return namers
}

/** Some resources, and what of CloudFront's is named by them, or by what they name; but no other distribution. */
function reachedFrom(resources: Resources, from: Iterable<LogicalId>): ReadonlySet<LogicalId> {
  const reached = new Set<LogicalId>(from)
  for (const id of reached) {
    const resource = resourceAt(resources, id)
    if (!resource) continue
    for (const { to } of namedBy(resource)) {
      const next = resourceAt(resources, to)
      if (next && !isForeign(next) && !isSite(next)) reached.add(to)
    }
  }
  return reached
}

/** Whether two records hold the same things under the same names in the same order. */
function areSame(one: Resources, other: Resources | undefined): boolean {
  if (one === other) return true
  if (!other) return false
  const [names, others] = [Object.keys(one), Object.keys(other)]
  return (
    names.length === others.length &&
    names.every((name, index) => name === others[index] && one[name] === other[name])
  )
}

/** Whether all but one resource is the same, and what rules read beside the resources. */
export function isSameBeside(id: LogicalId, one: RuleContext, other: RuleContext): boolean {
  const resources = { ...one.document.resources, [id]: other.document.resources[id] }
  return isSameAround(one, other) && areSame(resources as Resources, other.document.resources)
}

type Source = DesignDocument['source']

/** What rules read of a source: its kind, and the text of Terraform alone, which declares what the design does not hold. */
const readOf = (source: Source): Source =>
  source && { format: source.format, text: source.format === 'terraform' ? source.text : '' }

const isSameSource = (one: Source, other: Source): boolean => {
  if (one === other) return true
  const [read, before] = [readOf(one), readOf(other)]
  return read?.format === before?.format && read?.text === before?.text
}

const areAlike = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one === other || (one.length === 0 && other.length === 0)

/** Whether what rules read beside the resources is the same. */
const isSameAround = (one: RuleContext, other: RuleContext): boolean =>
  one.account === other.account &&
  areAlike(one.document.scenarios, other.document.scenarios) &&
  isSameSource(one.document.source, other.document.source)

const pick = (resources: Resources, keeps: (id: LogicalId, resource: Resource) => boolean): Resources =>
  Object.fromEntries(Object.entries(resources).filter(([id, resource]) => keeps(id, resource)))

/** A view that holds nothing of the document but what rules read. */
function show({ document, ...rest }: RuleContext, parts: readonly Resources[]): View {
  const { formatVersion, scenarios } = document
  const source = readOf(document.source)
  const [only, ...others] = parts
  const resources =
    only && others.length === 0 ? only : Object.fromEntries(parts.flatMap((part) => Object.entries(part)))
  const shown = { formatVersion, resources, layout: {}, scenarios, ...(source && { source }) }
  return { context: { ...rest, document: shown }, parts }
}

/** The views of a design; those of `earlier` that show the same are given again. */
export function viewsOf(context: RuleContext, earlier?: Views): Views {
  const { resources } = context.document
  const before = earlier && isSameAround(context, earlier.whole.context) ? earlier : undefined
  const viewOf = (known: View | undefined, ...parts: readonly Resources[]): View =>
    known?.parts.length === parts.length && parts.every((part, index) => areSame(part, known.parts[index]))
      ? known
      : show(context, parts)
  const ids = Object.keys(resources)
  const sites = ids.filter((id) => isSite(resources[id]))
  const foreign = reachedFrom(
    resources,
    ids.filter((id) => isForeign(resources[id])),
  )
  const found = pick(resources, (id) => foreign.has(id))
  const beside = before && areSame(found, before.beside) ? before.beside : found
  const namers = namersIn(resources)
  const places = new Map(ids.map((id, index) => [id, index]))
  const aloneOf = (site: LogicalId): View => {
    const reached = reachedFrom(resources, [site, ...(namers.get(site) ?? [])])
    const own = [...reached].flatMap((id) => {
      const resource = foreign.has(id) ? undefined : resourceAt(resources, id)
      return resource ? [[id, resource] as const] : []
    })
    const known = before?.alone.get(site)
    if (own.length + foreign.size === ids.length) return viewOf(known, resources)
    // In the order of the design: two views that show the same are alike in it.
    own.sort(([a], [b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    return viewOf(known, beside, Object.fromEntries(own))
  }
  return {
    whole: viewOf(before?.whole, resources),
    shared: viewOf(
      before?.shared,
      pick(resources, (_, resource) => !isSite(resource)),
    ),
    beside,
    alone: new Map(sites.map((id) => [id, aloneOf(id)])),
  }
}

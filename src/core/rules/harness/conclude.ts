/**
 * What is told once every rule has spoken: who speaks for whom, what was accepted, what holds for many places alike. It
 * is decided for each resource by itself, since no finding of one bears on those of another.
 */
import { oncePer } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId, Suppression } from '#core/model/document.ts'
import { toPointer } from '#core/model/path.ts'
import type { Problem } from './problem.ts'
import { type Rule, severityOrder } from './rule.ts'
import { toldTogether } from './together.ts'
import { unusedFinding, unusedSuppression } from './unused-suppression.ts'

/** What came of the problems of one resource. */
interface Concluded {
  readonly accepted: readonly Suppression[]
  readonly told: readonly Problem[]
  /** The suppressions that met something. */
  readonly used: ReadonlySet<Suppression>
}

/** What was found in the view of one distribution. */
export interface FoundAlone {
  readonly problems: readonly Problem[]
  /** What came of it where nothing else was found at the distribution: kept from check to check. */
  concluded?: Concluded
}

export interface Found {
  /** By the rules that see more than one distribution. */
  readonly wide: readonly Problem[]
  readonly alone: ReadonlyMap<LogicalId, FoundAlone>
}

/** Whether two pointers lead to the same place, or one to a part of the other's. */
const overlap = (one: string, other: string) =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)

/** The names that a rule goes by: its own, those that it covers, and those of other tools' checks. */
const namesOf = ({ id, covers = [], alsoKnownAs = [] }: Rule): readonly string[] => [
  id,
  ...covers,
  ...alsoKnownAs,
]

/** An id that a rule covers was once a finding of its own, which may have been told at a neighboring place. */
function suppresses({ rule: id, path, within }: Suppression, problem: Problem): boolean {
  const { rule } = problem
  if (!namesOf(rule).includes(id)) return false
  const place = pointerOf(problem)
  if (path === undefined || path === place) return true
  return within ? place.startsWith(`${path}/`) : id !== rule.id && overlap(path, place)
}

/** Asked again of the same problems after each edit. */
const pointerOf = oncePer(({ path }: Problem): string => toPointer(path))

const speaksFor = (one: Problem, other: Problem): boolean => one.rule.covers?.includes(other.rule.id) === true

function add<Key>(lists: Map<Key, Problem[]>, key: Key, problem: Problem): void {
  const list = lists.get(key)
  if (list) list.push(problem)
  else lists.set(key, [problem])
}

/** What is told of several places at once and lies around a place: it speaks for what is in any of them. */
function around(found: readonly Problem[]): (place: string) => readonly Problem[] {
  const wide = new Map<string, Problem[]>()
  for (const problem of found)
    if (problem.rule.covers) for (const one of problem.places ?? []) add(wide, toPointer(one), problem)
  if (wide.size === 0) return () => []
  return (place) => [...place.matchAll(/\//g)].flatMap(({ index }) => wide.get(place.slice(0, index)) ?? [])
}

interface Index {
  /** The rules' places among all. */
  readonly places: ReadonlyMap<Rule, number>
  readonly ids: ReadonlySet<string>
  /** The ids that some rule speaks for. */
  readonly covered: ReadonlySet<string>
}

const indexOf = oncePer(
  (rules: readonly Rule[]): Index => ({
    places: new Map(rules.map((rule, place) => [rule, place])),
    ids: new Set(rules.map(({ id }) => id)),
    covered: new Set(rules.flatMap(({ covers = [] }) => covers)),
  }),
)

/**
 * One fault is told once: where a rule speaks, the rules that it covers are silent. Those that were are named by the
 * finding that stands for them.
 */
function once(found: readonly Problem[], { ids, covered }: Index): readonly Problem[] {
  const isConcerned = ({ rule, covers = rule.covers }: Problem) =>
    covers !== undefined || covered.has(rule.id)
  const concerned = found.filter(isConcerned)
  if (concerned.length === 0) return found
  const at = new Map<string, Problem[]>()
  for (const problem of concerned) add(at, pointerOf(problem), problem)
  const wideAt = around(concerned)
  const kept: Problem[] = []
  for (const problem of found) {
    if (!isConcerned(problem)) {
      kept.push(problem)
      continue
    }
    const place = pointerOf(problem)
    const beside = [...(at.get(place) ?? []), ...wideAt(place)]
    if (beside.some((other) => speaksFor(other, problem))) continue
    const told = new Set(beside.filter((other) => speaksFor(problem, other)).map(({ rule }) => rule.id))
    const covers = (problem.covers ?? problem.rule.covers ?? []).filter((id) => !ids.has(id) || told.has(id))
    kept.push(covers.length > 0 ? { ...problem, covers } : problem)
  }
  return kept
}

function concludeOne(
  rules: readonly Rule[],
  document: DesignDocument,
  found: readonly Problem[],
  accepted: readonly Suppression[],
): Concluded {
  const told = once(found, indexOf(rules)).filter(
    (problem) => !accepted.some((suppression) => suppresses(suppression, problem)),
  )
  const used = accepted.filter((suppression) => found.some((problem) => suppresses(suppression, problem)))
  return { accepted, told: toldTogether(document, told), used: new Set(used) }
}

/** What is to be said of suppressions that met nothing. */
const unusedOf = (
  accepted: readonly Suppression[],
  used: ReadonlySet<Suppression>,
  rules: readonly Rule[],
): Problem[] =>
  accepted.flatMap((suppression, index) => {
    if (used.has(suppression)) return []
    // What was written for another tool is that tool's to judge.
    if (!suppression.rule.includes('/')) return []
    const isRule = rules.some((rule) => namesOf(rule).includes(suppression.rule))
    const { severity } = unusedSuppression
    return [{ ...unusedFinding(suppression, index, isRule), rule: unusedSuppression, severity }]
  })

const none: readonly Suppression[] = []
const ownerOf = ({ path }: Problem): string => toPointer(path.slice(0, 2))

/** The problems in the order of their rules, and those of one rule in the order in which it told them. */
function inOrder(rules: readonly Rule[], wide: readonly Problem[], told: readonly Problem[]): Problem[] {
  const { places } = indexOf(rules)
  const turns = new Map(wide.map(({ path }, turn) => [path, turn]))
  const byRule: Problem[][] = rules.map(() => [])
  for (const problem of told) byRule[places.get(problem.rule) ?? 0]?.push(problem)
  for (const list of byRule)
    if (turns.has(list[0]?.path ?? []))
      list.sort((a, b) => (turns.get(a.path) ?? 0) - (turns.get(b.path) ?? 0))
  return byRule.flat()
}

/** What is told of what was found: errors first, then in the order of the rules. */
export function conclude(
  rules: readonly Rule[],
  document: DesignDocument,
  { wide, alone }: Found,
): Problem[] {
  const accepted = document.suppressions ?? none
  const { places } = indexOf(rules)
  const placeOf = ({ rule }: Problem) => places.get(rule) ?? 0
  const others = new Map<string, Problem[]>()
  for (const problem of wide) add(others, ownerOf(problem), problem)
  const of = (found: readonly Problem[]) => concludeOne(rules, document, found, accepted)
  const concluded: Concluded[] = []
  for (const [id, found] of alone) {
    const owner = toPointer(['resources', id])
    const beside = others.get(owner)
    others.delete(owner)
    if (beside) concluded.push(of([...found.problems, ...beside].sort((a, b) => placeOf(a) - placeOf(b))))
    else {
      if (found.concluded?.accepted !== accepted) found.concluded = of(found.problems)
      concluded.push(found.concluded)
    }
  }
  for (const found of others.values()) concluded.push(of(found))
  const told = concluded.flatMap((one) => one.told)
  const used = new Set(concluded.flatMap((one) => [...one.used]))
  return [...inOrder(rules, wide, told), ...unusedOf(accepted, used, rules)].sort(
    (a, b) => severityOrder[a.severity] - severityOrder[b.severity],
  )
}

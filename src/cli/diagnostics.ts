import { withDefaultsTold } from '#core/formats/cloudformation/default-behind.ts'
import type { ImportNote, Position } from '#core/formats/format.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { Edit } from '#core/model/edit.ts'
import { type Path, toPointer } from '#core/model/path.ts'
import { referencesFrom } from '#core/model/reference.ts'
import type { CheckMemory } from '#core/rules/harness/memory.ts'
import type { Problem } from '#core/rules/harness/problem.ts'
import { type ProfileName, profilesOf } from '#core/rules/harness/profile.ts'
import { asDecided, type Project } from '#core/rules/harness/project.ts'
import type { Severity } from '#core/rules/harness/rule.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import type { OpenedSource } from './source.ts'

/** One row of `check --format json` (contract, section 3). */
export interface Diagnostic {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly path: string
  readonly code: string | null
  readonly fixable: boolean
  readonly docs: string | null
  /** Where it is shown (contract, section 6). */
  readonly profiles: readonly ProfileName[]
  /** Other rule ids that this finding stands for. */
  readonly covers?: readonly string[]
  /** Every place that it is about, where it is told of several at once. */
  readonly places?: readonly string[]
  readonly location?: Position
}
export interface CheckedDesign {
  readonly id: LogicalId
  readonly diagnostics: readonly Diagnostic[]
}
/** A diagnostic with the safe change that mends it. */
export interface Found {
  readonly diagnostic: Diagnostic
  readonly fix?: Edit
}
export interface CheckedFile {
  readonly file: string
  readonly format: string | null
  readonly designs: readonly CheckedDesign[]
  /** The files of a folder that it was read from. */
  readonly from?: readonly string[]
  /** Present where the file could not be read. */
  readonly errors?: readonly { readonly message: string }[]
}

/** A pointer into the plain config of a distribution, or `/resources/<kind>/<id>/…` for another resource. */
export function publicPointer(document: DesignDocument, path: Path): string {
  const [root, id, , ...rest] = path
  if (root !== 'resources' || id === undefined) return toPointer(path)
  const type = document.resources[id]?.type ?? 'Unknown'
  return type === 'Distribution' ? toPointer(rest) : toPointer(['resources', type, id, ...rest])
}

/** The resources that a distribution leads to by reference, itself among them. */
function reachable(document: DesignDocument, id: LogicalId): Set<LogicalId> {
  const seen = new Set<LogicalId>()
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...referencesFrom(document, next).map(({ to }) => to))
  }
  return seen
}

/** The distribution under which a path is listed: its own, the first that uses the resource, else the first. */
function listing(document: DesignDocument, ids: readonly LogicalId[]): (path: Path) => LogicalId | undefined {
  const users = new Map<LogicalId, LogicalId>()
  let open: readonly LogicalId[] | undefined = ids
  return (path) => {
    const id = String(path[1])
    if (document.resources[id]?.type === 'Distribution') return id
    for (const candidate of open ?? [])
      for (const used of reachable(document, candidate)) if (!users.has(used)) users.set(used, candidate)
    open = undefined
    return users.get(id) ?? ids[0]
  }
}

const fromNote = (source: OpenedSource, note: ImportNote): Diagnostic => ({
  rule: note.rule,
  severity: note.severity,
  message: note.message,
  path: publicPointer(source.document, note.path),
  code: null,
  fixable: false,
  docs: null,
  profiles: profilesOf({ severity: note.severity, rule: {} }),
})

const withLocation = (diagnostic: Diagnostic, location: Position | undefined): Diagnostic =>
  location ? { ...diagnostic, location } : diagnostic

const fromProblem = (document: DesignDocument, problem: Problem): Diagnostic => ({
  rule: problem.rule.id,
  severity: problem.severity,
  message: problem.message,
  path: publicPointer(document, problem.path),
  code: problem.rule.code,
  fixable: problem.fix !== undefined,
  docs: problem.rule.docs,
  profiles: profilesOf(problem),
  ...(problem.covers && { covers: problem.covers }),
  ...(problem.places && { places: problem.places.map((place) => publicPointer(document, place)) }),
})

/** What rules and reader find in a source, by the distribution that it is told under. */
export function findingsIn(
  source: OpenedSource,
  ids: readonly LogicalId[],
  project: Project,
  memory?: CheckMemory,
): readonly { readonly id: LogicalId; readonly found: readonly Found[] }[] {
  const { document, locate, notes } = source
  const found = [
    ...withDefaultsTold(document, asDecided(project, findProblems(rules, { document }, memory))).map(
      (problem) => ({
        at: problem.path,
        diagnostic: fromProblem(document, problem),
        ...(problem.fix && { fix: problem.fix }),
      }),
    ),
    ...notes.map((note) => ({ at: note.path, diagnostic: fromNote(source, note) })),
  ]
  const listedUnder = listing(document, ids)
  const byId = new Map<LogicalId | undefined, Found[]>()
  for (const { at, diagnostic, ...rest } of found) {
    const id = listedUnder(at)
    const list = byId.get(id) ?? []
    list.push({ ...rest, diagnostic: withLocation(diagnostic, locate(at)) })
    byId.set(id, list)
  }
  return ids.map((id) => ({ id, found: byId.get(id) ?? [] }))
}

/** How many diagnostics of each severity there are. */
export function summarize(diagnostics: readonly Diagnostic[]): {
  errors: number
  warnings: number
  infos: number
} {
  const count = (severity: Severity) => diagnostics.filter((found) => found.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), infos: count('info') }
}

/** One finding in place of many: what holds for several behaviors of a distribution alike. */
import type { DesignDocument } from '#core/model/document.ts'
import { combine, type Edit } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { Problem } from './problem.ts'

/** More names than these make a sentence that nobody reads to its end. */
const mostNames = 3

const listed = (names: readonly string[]): string =>
  names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** What a behavior is called within a list of them. */
function nameAt(document: DesignDocument, [, id, , list, index]: Path): string {
  if (list !== 'CacheBehaviors') return 'the default cache behavior'
  const site = document.resources[String(id)]
  const behaviors = site?.type === 'Distribution' ? site.config.CacheBehaviors : undefined
  const pattern = known(known(behaviors?.[Number(index)])?.PathPattern)
  return pattern === undefined ? `behavior number ${Number(index) + 1}` : `“${pattern}”`
}

function subject(document: DesignDocument, places: readonly Path[]): string {
  const names = places.map((place) => nameAt(document, place))
  const shown = names.length > mostNames + 1 ? names.slice(0, mostNames) : names
  const more = names.length - shown.length
  const words = listed(more > 0 ? [...shown, `${more} more`] : shown)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} of “${String(places[0]?.[1])}”`
}

/** One edit for all places, where each of them has one of the same name. */
const combined = (edits: readonly (Edit | undefined)[]): Edit | undefined => {
  const [first] = edits
  return first && edits.every((edit) => edit?.label === first.label)
    ? combine(
        first.label,
        edits.filter((edit) => edit !== undefined),
      )
    : undefined
}

function asOne(document: DesignDocument, problems: readonly Problem[]): readonly Problem[] {
  const [first] = problems
  const { together } = first?.rule ?? {}
  if (!first || !together || problems.length === 1) return problems
  const { fix, suggestions, ...rest } = first
  const places = problems.map(({ path }) => path)
  const mended = combined(problems.map((problem) => problem.fix))
  const choices = (suggestions ?? [])
    .map((_, index) => combined(problems.map((problem) => problem.suggestions?.[index])))
    .filter((edit) => edit !== undefined)
  return [
    {
      ...rest,
      places,
      message: together(subject(document, places)),
      ...(mended && { fix: mended }),
      ...(choices.length > 0 && { suggestions: choices }),
    },
  ]
}

/** The problems with one for each rule that speaks of a distribution's behaviors together, where the first of them stood. */
export function toldTogether(document: DesignDocument, problems: readonly Problem[]): Problem[] {
  const told: (readonly Problem[])[] = []
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const { rule, path, severity } = problem
    const key = `${rule.id} ${String(path[1])} ${severity}`
    const group = rule.together ? groups.get(key) : undefined
    if (group) group.push(problem)
    else {
      const first = [problem]
      if (rule.together) groups.set(key, first)
      told.push(first)
    }
  }
  return told.flatMap((group) => asOne(document, group))
}

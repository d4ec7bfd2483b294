/** What CloudFormation refuses in a template as a whole, told with its place. */
import type { ImportNote, Position } from '#core/formats/format.ts'
import { startOf, type TextTree, type TreeMap } from '#core/formats/tree.ts'
import { circlesIn } from './circular.ts'
import type { Evaluator, Fault } from './evaluate.ts'
import { isTreeMap } from './scope.ts'

/** A name that is a parameter's too (as fragments for other tools have it) means the parameter where it is referred to. */
function waitingResources({ Resources: resources, Parameters: parameters }: TreeMap): TreeMap {
  if (!isTreeMap(resources)) return {}
  return isTreeMap(parameters)
    ? Object.fromEntries(Object.entries(resources).filter(([name]) => !Object.hasOwn(parameters, name)))
    : resources
}

export interface PlacedNotes {
  readonly notes: readonly ImportNote[]
  readonly positions: ReadonlyMap<ImportNote, Position>
}

const messages: Readonly<Record<Fault['kind'], { rule: string; message: (name: string) => string }>> = {
  missing: {
    rule: 'import/unresolved-reference',
    message: (name) =>
      `Nothing in the template is called “${name}”, so CloudFormation refuses it; declare it as a resource or parameter, or correct the name.`,
  },
  circular: {
    rule: 'import/circular-reference',
    message: (name) =>
      `The condition “${name}” leads back to itself, so CloudFormation refuses it; break the circle.`,
  },
  null: {
    rule: 'import/null-value',
    message: (name) =>
      `“${name}” has no value, and CloudFormation refuses null; remove the field or give it a value.`,
  },
}

/**
 * Names that nothing declares, circles and nulls. `added`: what is missing may still be added by a macro, so that it
 * is a note and no error, or by a tool that the person has already been told of.
 */
export function templateFaults(
  template: TreeMap,
  text: TextTree,
  { faults, condition }: Evaluator,
  added: 'never' | 'told' | 'untold',
): PlacedNotes {
  const notes: ImportNote[] = []
  const positions = new Map<ImportNote, Position>()
  const seen = new Set<string>()
  const add = (note: ImportNote, at: object, key?: string | number) => {
    notes.push(note)
    const site = key === undefined ? undefined : text.siteOf(at, key)
    const offset = site ? startOf(site) : text.startOf(at)
    if (offset !== undefined) positions.set(note, text.positionOf(offset))
  }
  const circles = circlesIn(waitingResources(template), condition)
  for (const { kind, name, at, key } of faults) {
    const id = `${kind} ${name}`
    if (kind !== 'null' && seen.has(id)) continue
    if (kind === 'missing' && added === 'untold') continue
    seen.add(id)
    const { rule, message } = messages[kind]
    const severity = added !== 'never' && kind !== 'circular' ? 'info' : 'error'
    add({ rule, severity, message: message(name), path: ['resources'] }, at, key)
  }
  for (const { names, at } of circles) {
    const [first = ''] = names
    const way = [...names, first].map((name) => `“${name}”`).join(' → ')
    add(
      {
        rule: 'import/circular-reference',
        severity: 'error',
        message: `Resources wait for each other (${way}), so CloudFormation refuses the template; remove one of the references.`,
        path: ['resources', first],
      },
      at,
    )
  }
  return { notes, positions }
}

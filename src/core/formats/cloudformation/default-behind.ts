/**
 * Errors about a value that only a parameter's Default gave: whoever deploys may be asked to replace it, so the error
 * says where the value is from.
 */
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { treeBehind } from './expression-behind.ts'
import { readAgain } from './read-again.ts'
import { isTreeMap } from './scope.ts'

/** The names that an expression takes values from: of `Ref`, and of the variables in texts. */
function* namesIn(tree: Tree): Generator<string> {
  if (typeof tree === 'string') for (const [, name = ''] of tree.matchAll(/\$\{([\w:]+)\}/g)) yield name
  if (typeof tree !== 'object' || tree === null) return
  if (isTreeMap(tree) && typeof tree['Ref'] === 'string') yield tree['Ref']
  for (const child of Object.values(tree)) yield* namesIn(child)
}

const declaredIn = (template: TreeMap, name: string): TreeMap | undefined => {
  const { Parameters: parameters } = template
  const declared = isTreeMap(parameters) && Object.hasOwn(parameters, name) ? parameters[name] : undefined
  return isTreeMap(declared) ? declared : undefined
}

/** The parameters whose Default gave the value at a place, or the list that it stands in. */
export function defaultsBehind(document: DesignDocument, path: Path): string[] {
  const { source } = document
  if (!source?.format.startsWith('cloudformation')) return []
  const template = readAgain(source)?.template
  const tree = treeBehind(document, path) ?? treeBehind(document, path.slice(0, -1))
  if (!template || tree === undefined) return []
  const given = source.parameters ?? {}
  return [...new Set(namesIn(tree))].filter(
    (name) => !Object.hasOwn(given, name) && declaredIn(template, name)?.['Default'] !== undefined,
  )
}

interface Told {
  readonly message: string
  readonly path: Path
  readonly severity: string
}

/** The same problems; errors about a Default say that it is one. */
export const withDefaultsTold = <T extends Told>(document: DesignDocument, problems: readonly T[]): T[] =>
  problems.map((problem) => {
    const names = problem.severity === 'error' ? defaultsBehind(document, problem.path) : []
    if (names.length === 0) return problem
    const [first, ...others] = names.map((name) => `“${name}”`)
    const whose =
      others.length === 0
        ? `the Default of the parameter ${first}`
        : `the Defaults of ${names.map((name) => `“${name}”`).join(' and ')}`
    return { ...problem, message: `${problem.message} This is ${whose}, which whoever deploys may replace.` }
  })

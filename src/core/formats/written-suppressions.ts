/**
 * Problems that the source itself says are accepted: in a comment (`# frontage-ignore rule/id: why`, on the line or on the
 * one before), in CloudFormation's Metadata as cfn-lint has it, or in the comments of Checkov.
 */
import type { DesignDocument, Suppression } from '#core/model/document.ts'
import { type Path, toPointer } from '#core/model/path.ts'
import type { ReadDesign } from './format.ts'
import { readTextTree } from './text-tree.ts'
import type { Tree, TreeMap } from './tree.ts'

const ours = /(?:#|\/\/)\s*frontage-ignore\s+([\w/-]+(?:\s*,\s*[\w/-]+)*)\s*(?::\s*(.*\S))?\s*$/
const checkov = /(?:#|\/\/)\s*checkov:skip=(CKV2?_AWS_\d+)\s*(?::\s*(.*\S))?\s*$/
const unexplained = 'the source gives no reason'

interface Comment {
  readonly ids: readonly string[]
  readonly reason: string
  /** The line that it is about; Checkov's are about the resource around them. */
  readonly line: number
  readonly isOfResource: boolean
}

function commentIn(text: string, line: number): Comment | undefined {
  const found = ours.exec(text) ?? checkov.exec(text)
  if (!found) return undefined
  const [, ids = '', reason = unexplained] = found
  const isOfResource = !ours.test(text)
  const isAlone = /^\s*(?:#|\/\/)/.test(text)
  return { ids: ids.split(/\s*,\s*/), reason, line: isAlone && !isOfResource ? line + 1 : line, isOfResource }
}

function* pathsIn(value: unknown, path: Path): Generator<Path> {
  yield path
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value))
    yield* pathsIn(item, [...path, Array.isArray(value) ? Number(key) : key])
}

/** The outermost things of the design that begin on each line, and on which line each resource begins. */
function placesByLine({ document, locate }: ReadDesign) {
  const byLine = new Map<number, Path[]>()
  const resources: { readonly line: number; readonly path: Path }[] = []
  for (const [id, resource] of Object.entries(document.resources))
    for (const path of pathsIn(resource, ['resources', id])) {
      const line = locate(path)?.line
      if (line === undefined) continue
      if (path.length === 2) resources.push({ line, path })
      const at = byLine.get(line) ?? []
      if (!at.some((other) => toPointer(path).startsWith(`${toPointer(other)}/`)))
        byLine.set(line, [...at, path])
    }
  return { byLine, resources: resources.toSorted((a, b) => b.line - a.line) }
}

function fromComments(text: string, read: ReadDesign): Suppression[] {
  if (!/frontage-ignore|checkov:skip=/.test(text)) return []
  const comments = text.split('\n').flatMap((line, index) => commentIn(line.trimEnd(), index + 1) ?? [])
  const { byLine, resources } = placesByLine(read)
  const around = (line: number) => resources.find((one) => one.line <= line)?.path
  return comments.flatMap(({ ids, reason, line, isOfResource }) => {
    const exact = isOfResource ? undefined : byLine.get(line)
    const paths = exact ?? [around(line)].filter((path) => path !== undefined)
    return ids.flatMap((rule) =>
      paths.map((path): Suppression => ({ rule, path: toPointer(path), within: true, reason })),
    )
  })
}

const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)
const mapAt = (tree: Tree | undefined, key: string): TreeMap | undefined => {
  const value = isMap(tree) ? tree[key] : undefined
  return isMap(value) ? value : undefined
}

/** What one Metadata says: `frontage: {ignore: [{rule, reason}]}`, and cfn-lint's `config: {ignore_checks: […]}`. */
function ignoredBy(metadata: TreeMap | undefined): readonly { rule: string; reason: string }[] {
  const own = mapAt(metadata, 'frontage')?.['ignore']
  const theirs = mapAt(mapAt(metadata, 'cfn-lint'), 'config')?.['ignore_checks']
  return [
    ...(Array.isArray(own) ? own : []).flatMap((item) => {
      const rule = isMap(item) ? item['rule'] : item
      const reason = isMap(item) ? item['reason'] : undefined
      return typeof rule === 'string'
        ? [{ rule, reason: typeof reason === 'string' ? reason : unexplained }]
        : []
    }),
    ...(Array.isArray(theirs) ? theirs : [])
      .filter((check) => typeof check === 'string')
      .map((check) => ({ rule: `cfn-lint ${check}`, reason: 'the template ignores it for cfn-lint' })),
  ]
}

function fromMetadata(text: string): Suppression[] {
  if (!/ignore_checks|\bfrontage\b/.test(text) || !/\bMetadata\b/.test(text)) return []
  const tree = readTextTree(text)
  if (!tree.ok) return []
  const { root } = tree.value
  const ofAll = ignoredBy(mapAt(root, 'Metadata'))
  const ofEach = Object.entries(mapAt(root, 'Resources') ?? {}).flatMap(([id, resource]) =>
    ignoredBy(mapAt(resource, 'Metadata')).map(
      (one): Suppression => ({ ...one, path: toPointer(['resources', id]), within: true }),
    ),
  )
  return [...ofAll, ...ofEach]
}

/** The document with what its source says is accepted. */
export function withWrittenSuppressions(text: string, read: ReadDesign): DesignDocument {
  const written = [...fromMetadata(text), ...fromComments(text, read)]
  if (written.length === 0) return read.document
  return { ...read.document, suppressions: [...(read.document.suppressions ?? []), ...written] }
}

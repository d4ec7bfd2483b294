/** Terraform configuration as a design. */

import type { ImportNote, Position, ReadDesign, ReadOptions, ReadProblem } from '#core/formats/format.ts'
import { readTextTree } from '#core/formats/text-tree.ts'
import { bare } from '#core/ground/names.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId, Resource } from '#core/model/document.ts'
import { isExpression, isUnknown } from '#core/model/field.ts'
import { assignKeys } from '#core/model/item-keys.ts'
import type { Path } from '#core/model/path.ts'
import { Around, neighborsIn } from './around.ts'
import { complete } from './as-provider.ts'
import { Bodies, repetitionOf } from './bodies.ts'
import { declarationsOf, variablesNamedIn } from './declarations.ts'
import { Evaluator } from './evaluate.ts'
import type { Names } from './evaluation.ts'
import { firewallResource, firewallTypes } from './firewall.ts'
import { handedOn, sourceOf } from './given-values.ts'
import { parseHcl } from './hcl-parser.ts'
import { type HclBlock, type HclBody, HclError } from './hcl-syntax.ts'
import { type Body, BodyReader, Sites } from './shape-body.ts'
import { kinds, spellingOf } from './spelling.ts'
import { parseTfJson } from './tf-json.ts'
import { unknownArguments } from './unknown-arguments.ts'

/** More than any module has; twice of it would take seconds. */
const maxCharacters = 5 * 1024 * 1024

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - (before.lastIndexOf('\n') + 1) + 1 }
}

/** A distribution first, then what else is CloudFront's, then its web ACLs and the neighbors. */
function rankOf(address: string): number {
  const type = address.slice(0, address.indexOf('.'))
  const kind = kinds[type]
  return kind?.type === 'Distribution' ? 0 : kind ? 1 : Object.hasOwn(firewallTypes, type) ? 2 : 3
}

/** Terraform's name where it is alone, else the name with its kind: a distribution keeps its name, then what is CloudFront's. */
export function logicalIds(addresses: readonly string[]): Map<string, LogicalId> {
  const ids = new Map<string, LogicalId>()
  const used = new Set<LogicalId>()
  const ordered = addresses.toSorted((one, other) => rankOf(one) - rankOf(other))
  for (const address of ordered) {
    const dot = address.indexOf('.')
    const name = address.slice(dot + 1)
    const long = `${name}_${address.slice(0, dot).replace(/^aws_(?:cloudfront_)?/, '')}`
    const id = used.has(name) ? long : name
    used.add(id)
    ids.set(address, id)
  }
  return ids
}

/** The blocks of a file that a design holds, by their address. */
export const addressesIn = ({ blocks }: HclBody): Map<string, HclBlock> =>
  new Map(
    blocks
      .filter(({ type, labels }) => type === 'resource' && kinds[labels[0] ?? ''])
      .map((block) => [addressOf(block), block]),
  )

const isUnknownResource = ({ type, labels: [kind = ''] }: HclBlock): boolean =>
  type === 'resource' && kind.startsWith('aws_cloudfront') && kinds[kind] === undefined

/** Beside CloudFront's own, so that a web ACL of the design is played with its rules. */
const isFirewall = ({ type, labels: [kind = ''] }: HclBlock): boolean =>
  type === 'resource' && Object.hasOwn(firewallTypes, kind)

const addressOf = ({ labels }: HclBlock) => labels.join('.')

class HclReading {
  readonly notes: ImportNote[] = []
  readonly sites = new Sites()
  /** Of resources of which a run decides whether there is any: the count, or what it is for each of. */
  readonly undecided = new Map<LogicalId, string>()
  private readonly places = new Map<Path, number>()
  private readonly evaluator: Evaluator

  constructor(evaluator: Evaluator) {
    this.evaluator = evaluator
  }

  positionOf(path: Path): number | undefined {
    return this.places.get(path)
  }

  note(rule: string, severity: ImportNote['severity'], message: string, path: Path, offset: number): void {
    this.notes.push({ rule, severity, message, path })
    this.places.set(path, offset)
  }

  /** The names that hold in a resource, and a note where it is repeated; undefined where it is not created. */
  repetition(block: HclBlock, id: LogicalId): Names | undefined {
    const repeated = block.body.attributes.find(({ name }) => name === 'count' || name === 'for_each')
    if (!repeated) return new Map()
    const value = this.evaluator.evaluate(repeated.value)
    const { created, names } = repetitionOf(repeated.name, value)
    if (created === 1) return names
    const address = addressOf(block)
    if (created === undefined) this.undecided.set(id, isUnknown(value) ? value.unknown : address)
    this.note(
      created === 0 ? 'import/condition-false' : 'import/terraform-repeated',
      'info',
      created === 0
        ? `“${address}” is not created, since its “${repeated.name}” asks for none.`
        : `“${address}” is created once for each item of “${repeated.name}”${created === undefined ? ', which Terraform decides' : ''}; it is shown once, and what differs is unknown.`,
      ['resources', id],
      repeated.start,
    )
    return created === 0 ? undefined : names
  }

  resource(block: HclBlock, id: LogicalId, names: Names): Resource | undefined {
    const [type = ''] = block.labels
    const kind = kinds[type]
    if (!kind) return firewallResource(type, new Bodies(this.evaluator).body(block.body, names))
    const path: Path = ['resources', id]
    for (const { name, at } of unknownArguments(block.body, spellingOf(type), kind.wrapper))
      this.note(
        'import/unknown-property',
        'info',
        `“${name}” of “${addressOf(block)}” has no place in the design; it stays in the file.`,
        [...path, 'config', name],
        at.start,
      )
    const bodies = new Bodies(this.evaluator)
    const outer = bodies.body(block.body, names)
    const [wrapped] = kind.wrapper === undefined ? [] : outer.blocks(kind.wrapper)
    const body = kind.wrapper === undefined ? outer : wrapped && (wrapped.body as Body)
    const config = body && 'value' in body ? new BodyReader(this.sites).read(spellingOf(type), body) : {}
    complete(type, config)
    if (kind.type === 'Distribution') assignKeys(config)
    const tags = tagsOf(outer)
    for (const inner of bodies.undecidedIn(block.body))
      this.note(
        'import/terraform-repeated',
        'info',
        `The blocks of “dynamic "${inner.labels[0] ?? ''}"” in “${addressOf(block)}” are decided when Terraform runs, so they are unknown here; read “terraform show -json” to see them.`,
        [...path],
        inner.start,
      )
    // The spelling table has just given the config its kind's form.
    return { type: kind.type, config, ...(tags && { tags }) } as Resource
  }
}

/** Tags as the design keeps them. */
export function tagsOf(body: Body): { Key: string; Value: unknown }[] | undefined {
  const found = body.value('tags')?.value
  if (typeof found !== 'object' || found === null || Array.isArray(found) || isExpression(found))
    return undefined
  const tags = Object.entries(found).map(([Key, Value]) => ({ Key, Value }))
  return tags.length > 0 ? tags : undefined
}

/** Variables that this file declares or uses; another one of the module may declare them. */
const variablesIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/\bvar\.([\w-]+)|^[^\S\n]*variable\s+"?([\w-]+)/gm)].map(
      ([, used, declared]) => used ?? declared ?? '',
    ),
  ),
]

/** A resource with what is known of it beside its settings. */
function withFacts(resource: Resource, facts: Readonly<Record<string, string | undefined>>): Resource {
  const known = Object.entries(facts).filter(([, fact]) => fact !== undefined)
  return known.length === 0 ? resource : ({ ...resource, ...Object.fromEntries(known) } as Resource)
}

function readFile(text: string, file: HclBody, options: ReadOptions): ReadDesign {
  const walls = file.blocks.filter(isFirewall)
  const blocks = [...addressesIn(file).values(), ...walls]
  const beside = neighborsIn(file)
  const ids = logicalIds([...blocks, ...beside].map(addressOf))
  // What is not created is no resource that others could name.
  const created = new Map(ids)
  const evaluator = new Evaluator(text, file, options, created)
  const around = new Around(file, evaluator, declarationsOf(file, created))
  const reading = new HclReading(evaluator)
  const resources: Record<LogicalId, Resource> = bare()
  const planned = blocks.flatMap((block) => {
    const id = ids.get(addressOf(block)) ?? ''
    const names = reading.repetition(block, id)
    if (!names) created.delete(addressOf(block))
    return names ? [{ block, id, names }] : []
  })
  around.bind(created)
  for (const { block, id, names } of planned) {
    const resource = reading.resource(block, id, names)
    if (!resource) continue
    const region = isFirewall(block) ? around.regionOf(block) : undefined
    const madeIf = isFirewall(block) ? undefined : reading.undecided.get(id)
    resources[id] = withFacts(resource, { region, madeIf })
    reading.sites.place(resources, id, block.start)
  }
  for (const { id, resource, start } of around.read(created)) {
    resources[id] = resource
    reading.sites.place(resources, id, start)
  }
  for (const block of file.blocks.filter(isUnknownResource))
    reading.note(
      'import/unknown-resource',
      'info',
      `“${addressOf(block)}” is of a type that a design has no place for; it stays in the file.`,
      ['resources'],
      block.start,
    )
  // A module is usually several files, of which this is one.
  for (const { name, offset } of new Map(evaluator.dangling.map((one) => [one.offset, one])).values())
    reading.note(
      'import/unresolved-reference',
      'info',
      `Nothing in this file is called “${name}”, so Terraform refuses it unless another file of the module declares it.`,
      ['resources'],
      offset,
    )
  const source = sourceOf(text, options)
  const document: DesignDocument = { formatVersion: 1, resources, layout: {}, scenarios: [], source }
  return {
    document,
    notes: reading.notes,
    parameters: variablesIn(text),
    locate: (path) => {
      const offset = reading.positionOf(path) ?? offsetOf(reading.sites, document, path)
      return offset === undefined ? undefined : positionIn(text, offset)
    },
  }
}

/** The variables whose defaults keep every distribution of a file from being created. */
function closingVariables(
  file: HclBody,
  { parameters = {}, values = new Map(), isCalled }: ReadOptions,
): string[] {
  if (isCalled) return []
  const declared = declarationsOf(file, new Map())
  const repeated = [...addressesIn(file)].filter(([address]) => rankOf(address) === 0)
  const names = repeated.flatMap(([, block]) =>
    block.body.attributes
      .filter(({ name }) => name === 'count' || name === 'for_each')
      .flatMap(({ value }) => variablesNamedIn(value, declared)),
  )
  return [...new Set(names)].filter((name) => !Object.hasOwn(parameters, name) && !values.has(name))
}

/** A file of which no distribution is created is read with what decides that left open. */
function readOpen(text: string, file: HclBody, options: ReadOptions): ReadDesign {
  const read = readFile(text, file, options)
  if (distributionsIn(read.document).length > 0) return read
  const names = closingVariables(file, options)
  const [name] = names
  if (name === undefined) return read
  const open = names.map((one) => [one, handedOn({ unknown: '', expression: null }, `var.${one}`)] as const)
  const values = new Map([...(options.values ?? []), ...open])
  const again = readFile(text, file, { ...options, values })
  const [first] = distributionsIn(again.document)
  if (!first) return read
  const note: ImportNote = {
    rule: 'import/condition-false',
    severity: 'info',
    message: `“${first.id}” is not created with the default of ${names.map((one) => `“${one}”`).join(' and ')}; it is read with that left open, so give a value to see the rest decided.`,
    path: ['resources', first.id],
  }
  return { ...again, notes: [note, ...again.notes] }
}

/** The offset of a path: its own field's, else that of the nearest ancestor in the text. */
export function offsetOf(sites: Sites, document: DesignDocument, path: Path): number | undefined {
  let container: unknown = document
  let found: number | undefined
  for (const step of path) {
    if (typeof container !== 'object' || container === null) break
    found = sites.of(container, step) ?? found
    container = (container as Record<string | number, unknown>)[step]
  }
  return found
}

/** Reads Terraform configuration; what only Terraform decides stays unknown. */
export function fromHcl(
  input: string,
  options: ReadOptions = {},
): Result<ReadDesign, readonly ReadProblem[]> {
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input
  if (text.length > maxCharacters)
    return failed([{ message: 'The text is larger than 5 MB; open the configuration itself, not a bundle.' }])
  try {
    return ok(readOpen(text, parseHcl(text), options))
  } catch (thrown) {
    if (!(thrown instanceof HclError)) throw thrown
    return failed([{ message: thrown.message, position: positionIn(text, thrown.offset) }])
  }
}

/** Reads Terraform configuration in JSON. */
export function fromTfJson(
  input: string,
  options: ReadOptions = {},
): Result<ReadDesign, readonly ReadProblem[]> {
  const tree = readTextTree(input)
  if (!tree.ok) return tree
  try {
    return ok(readOpen(tree.value.text, parseTfJson(tree.value), options))
  } catch (thrown) {
    if (!(thrown instanceof HclError)) throw thrown
    return failed([{ message: thrown.message }])
  }
}

/**
 * A module of Terraform: all `.tf` files of one folder, the values of its variables' files, and the local modules that
 * it calls (https://developer.hashicorp.com/terraform/language/files). The files are read as one text, so that every
 * reader of one file reads a module; a place in it is told by file.
 */
import type { Position, ReadOptions } from '#core/formats/format.ts'
import { bodyValues, Evaluator } from './evaluate.ts'
import { parseHcl } from './hcl-parser.ts'
import { type HclBlock, HclError } from './hcl-syntax.ts'
import { isPlain, type Value } from './value.ts'
import { asGiven } from './variable-types.ts'

/** Texts by their path from the folder that was asked for, with `/`. */
export type Files = ReadonlyMap<string, string>

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
export const joined = (folder: string, path: string): string => {
  const steps = folder === '' ? [] : folder.split('/')
  for (const step of path.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  return steps.join('/')
}

export interface Module {
  readonly folder: string
  readonly text: string
  /** The files of the text, in their order. */
  readonly files: readonly string[]
  readonly placed: (position: Position) => Position
}

/** Overriding files are merged by Terraform and not added; they are left aside. */
const isOwnFile = (path: string, folder: string) =>
  folderOf(path) === folder && path.endsWith('.tf') && !/(?:^|[/_])override\.tf$/.test(path)

export function moduleIn(files: Files, folder: string): Module {
  const own = [...files.keys()].filter((path) => isOwnFile(path, folder)).toSorted()
  const starts: number[] = []
  let lines = 1
  const texts = own.map((path) => {
    const text = (files.get(path) ?? '').replace(/^\uFEFF/, '')
    const closed = text.endsWith('\n') ? text : `${text}\n`
    starts.push(lines)
    lines += closed.split('\n').length - 1
    return closed
  })
  const placed = ({ line, column }: Position): Position => {
    const index = Math.max(
      0,
      starts.findLastIndex((start) => start <= line),
    )
    const file = own[index]
    return { line: line - (starts[index] ?? 1) + 1, column, ...(file !== undefined && { file }) }
  }
  return { folder, text: texts.join(''), files: own, placed }
}

function parsed(text: string): ReturnType<typeof parseHcl> | undefined {
  try {
    return parseHcl(text)
  } catch (thrown) {
    if (thrown instanceof HclError) return undefined
    throw thrown
  }
}

/** Files of values that Terraform loads by itself, the later ones over the earlier. */
export const valueFilesOf = (files: Files, folder: string): string[] => {
  const own = [...files.keys()].filter((path) => folderOf(path) === folder)
  const named = (name: string) => own.filter((path) => path === joined(folder, name))
  return [
    ...named('terraform.tfvars'),
    ...named('terraform.tfvars.json'),
    ...own.filter((path) => /\.auto\.tfvars(?:\.json)?$/.test(path)).toSorted(),
  ]
}

function valuesOf(text: string, isJson: boolean): Readonly<Record<string, Value>> {
  if (isJson) {
    try {
      return JSON.parse(text)
    } catch {
      return {}
    }
  }
  const file = parsed(text)
  return file ? bodyValues(text, file) : {}
}

/** What the files of values say, as parameters. */
export function givenIn(files: Files, folder: string): Record<string, string> {
  const given: Record<string, string> = {}
  for (const path of valueFilesOf(files, folder))
    for (const [name, value] of Object.entries(valuesOf(files.get(path) ?? '', path.endsWith('.json'))))
      if (value !== null && isPlain(value)) given[name] = asGiven(value)
  return given
}

export interface ModuleCall {
  readonly name: string
  readonly folder: string
  readonly options: ReadOptions
}

const own = new Set(['source', 'version', 'providers', 'depends_on', 'count', 'for_each'])

function callOf(block: HclBlock, { folder }: Module, evaluator: Evaluator): ModuleCall | undefined {
  const attributes = new Map(
    block.body.attributes.map(({ name, value }) => [name, evaluator.evaluate(value)]),
  )
  const source = attributes.get('source')
  if (typeof source !== 'string' || !/^\.\.?\//.test(source) || attributes.get('count') === 0)
    return undefined
  const given = [...attributes].filter(([name]) => !own.has(name))
  const decided = given.filter(([, value]) => isPlain(value) && value !== null)
  return {
    name: block.labels[0] ?? '',
    folder: joined(folder, source),
    options: {
      parameters: Object.fromEntries(decided.map(([name, value]) => [name, asGiven(value)])),
      undecided: given.filter(([, value]) => !isPlain(value)).map(([name]) => name),
    },
  }
}

/** The local modules that a module calls, with what it gives them. */
export function callsOf(module: Module, options: ReadOptions): ModuleCall[] {
  const file = parsed(module.text)
  if (!file) return []
  const evaluator = new Evaluator(module.text, file, options.parameters ?? {}, new Map(), options.undecided)
  return file.blocks
    .filter(({ type }) => type === 'module')
    .flatMap((block) => callOf(block, module, evaluator) ?? [])
}

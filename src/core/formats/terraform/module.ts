/**
 * A module of Terraform: all `.tf` files of one folder, the values of its variables' files, and the local modules that
 * it calls (https://developer.hashicorp.com/terraform/language/files). The files are read as one text, so that every
 * reader of one file reads a module; a place in it is told by file.
 */

import type { Position, ReadOptions } from '#core/formats/format.ts'
import { itemsOf } from './collections.ts'
import { attributeOf } from './declarations.ts'
import { bodyValues, Evaluator } from './evaluate.ts'
import type { Names } from './evaluation.ts'
import { handedOn } from './given-values.ts'
import { parseHcl } from './hcl-parser.ts'
import { type HclBlock, HclError, type HclExpression } from './hcl-syntax.ts'
import { isFields, type Value } from './value.ts'

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
const isOverride = (path: string) => /(?:^|[/_])override\.tf(?:\.json)?$/.test(path)
const isOwnFile = (path: string, folder: string) =>
  folderOf(path) === folder && path.endsWith('.tf') && !isOverride(path)

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
      const values: Value = JSON.parse(text)
      return isFields(values) ? values : {}
    } catch {
      return {}
    }
  }
  const file = parsed(text)
  return file ? bodyValues(text, file) : {}
}

/** What the files of values say. */
export function givenIn(files: Files, folder: string): Map<string, Value> {
  const given = new Map<string, Value>()
  for (const path of valueFilesOf(files, folder))
    for (const [name, value] of Object.entries(valuesOf(files.get(path) ?? '', path.endsWith('.json'))))
      given.set(name, value)
  return given
}

export interface ModuleCall {
  readonly name: string
  readonly folder: string
  readonly options: ReadOptions
}

const own = new Set(['source', 'version', 'providers', 'depends_on', 'count', 'for_each'])
/** Calls of one block that are read apart. */
const maxCalls = 50

/** What `each` and `count` say in each of a block's calls, with its key; one call where a run decides. */
function repeatsOf(block: HclBlock, evaluator: Evaluator): readonly { key?: Value; names: Names }[] {
  const once = [{ names: new Map() }]
  const count = attributeOf(block, 'count')
  const over = attributeOf(block, 'for_each')
  if (count) {
    const number = evaluator.evaluate(count)
    if (typeof number !== 'number' || number > maxCalls) return once
    return Array.from({ length: number }, (_, index) => ({
      key: index,
      names: new Map([['count', { index }]]),
    }))
  }
  const items = over && itemsOf(evaluator.evaluate(over))
  if (!items || items.length > maxCalls) return once
  return items.map(([key, value]) => ({ key, names: new Map([['each', { key, value }]]) }))
}

function callsOfBlock(block: HclBlock, { folder }: Module, evaluator: Evaluator): ModuleCall[] {
  const source = attributeOf(block, 'source')
  const path = source && evaluator.evaluate(source)
  if (typeof path !== 'string' || !/^\.\.?\//.test(path)) return []
  const given = block.body.attributes.filter(({ name }) => !own.has(name))
  return repeatsOf(block, evaluator).map(({ key, names }) => {
    const value = (expression: HclExpression) => evaluator.within(names, () => evaluator.evaluate(expression))
    const values = new Map(
      given.map((argument) => [argument.name, handedOn(value(argument.value), `var.${argument.name}`)]),
    )
    return {
      name: `${block.labels[0] ?? ''}${key === undefined ? '' : `[${JSON.stringify(key)}]`}`,
      folder: joined(folder, path),
      options: { values, isCalled: true },
    }
  })
}

/** The local modules that a module calls, with what it gives them. */
export function callsOf(module: Module, options: ReadOptions): ModuleCall[] {
  const file = parsed(module.text)
  if (!file) return []
  const evaluator = new Evaluator(module.text, file, options)
  return file.blocks
    .filter(({ type }) => type === 'module')
    .flatMap((block) => callsOfBlock(block, module, evaluator))
}

/** Code and keys that a configuration takes from files beside it. */
const named = /\bfile\(\s*"(?:\$\{path\.module\}\/|\.\/)?([^"$\n]+\.(?:[cm]?js|pem|pub))"\s*\)/g

/** The files, by their paths from the folder that was asked for, that its configurations name. */
export const filesNamedIn = (files: Files): string[] => [
  ...new Set(
    [...files]
      .filter(([path]) => path.endsWith('.tf'))
      .flatMap(([path, text]) =>
        [...text.matchAll(named)].map(([, name = '']) => joined(folderOf(path), name)),
      ),
  ),
]

/** Overriding files, which Terraform merges into the others of a folder. */
export const overridesIn = (files: Files, folder: string): string[] =>
  [...files.keys()].filter((path) => folderOf(path) === folder && isOverride(path))

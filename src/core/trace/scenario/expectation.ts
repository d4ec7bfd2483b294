/** Compares a result with what a scenario expects of it: only what the expectation names. */
import { tableOf } from '#core/ground/names.ts'
import type { Json, JsonObject } from '#core/model/field.ts'

const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lists whose length the expectation fixes. */
const wholeLists = new Set(['originRequests', 'functions'])

function isDeepEqual(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isDeepEqual(item, b[index]))
  if (isObject(a) && isObject(b)) {
    const names = Object.keys(a)
    return names.length === Object.keys(b).length && names.every((name) => isDeepEqual(a[name], b[name]))
  }
  return a === b
}

function containsIn(got: unknown, wanted: Json | undefined): boolean {
  if (typeof got === 'string') return typeof wanted === 'string' && got.includes(wanted)
  if (Array.isArray(got)) return got.some((item) => compare(wanted, item, '').length === 0)
  return isObject(got) && typeof wanted === 'string' && wanted in got
}

type Operator = (argument: Json | undefined, got: unknown) => string | null

const operators: Readonly<Record<string, Operator>> = tableOf({
  $match: (pattern, got) => {
    const text = Array.isArray(got) ? got.join(', ') : got
    const isMatch = typeof text === 'string' || typeof text === 'number'
    try {
      return isMatch && new RegExp(String(pattern)).test(String(text)) ? null : `a match of /${pattern}/`
    } catch {
      return `a pattern that is a regular expression (“${pattern}” is none)`
    }
  },
  $gte: (limit, got) => (typeof got === 'number' && got >= Number(limit) ? null : `at least ${limit}`),
  $lte: (limit, got) => (typeof got === 'number' && got <= Number(limit) ? null : `at most ${limit}`),
  $absent: (absent, got) => {
    const isAbsent = got === undefined || got === null
    return isAbsent === (absent !== false) ? null : absent === false ? 'something' : 'nothing'
  },
  $contains: (wanted, got) => (containsIn(got, wanted) ? null : `something that contains ${show(wanted)}`),
})

const operatorsIn = (expected: Readonly<Record<string, unknown>>) =>
  Object.keys(expected).filter((name) => name.startsWith('$'))

function compareList(expected: readonly Json[], got: unknown, path: string, isWhole: boolean): string[] {
  if (!Array.isArray(got)) return [`${path}: expected ${show(expected)}, got ${show(got)}`]
  if ((isWhole || expected.length > got.length) && expected.length !== got.length)
    return [
      `${path}: expected ${expected.length} ${expected.length === 1 ? 'item' : 'items'}, got ${got.length}: ${show(got)}`,
    ]
  return expected.flatMap((item, index) => compare(item, got[index], `${path}/${index}`))
}

function compare(expected: Json | undefined, got: unknown, path: string): string[] {
  const fails = (wanted: string) => [`${path}: expected ${wanted}, got ${show(got)}`]
  if (expected === undefined) return []
  if (expected === null) return got === undefined || got === null ? [] : fails('nothing')
  if (Array.isArray(expected)) return compareList(expected, got, path, wholeLists.has(path.slice(1)))
  if (!isObject(expected)) return isDeepEqual(expected, got) ? [] : fails(show(expected))
  const names = operatorsIn(expected)
  if (names.length > 0)
    return names.flatMap((name) => {
      const operator = Object.hasOwn(operators, name) ? operators[name] : undefined
      const wanted = operator
        ? operator(expected[name] as Json, got)
        : `one of ${Object.keys(operators).join(', ')} (“${name}” is no operator)`
      return wanted === null ? [] : fails(wanted)
    })
  if (!isObject(got)) return fails(show(expected))
  return Object.entries(expected).flatMap(([name, value]) => {
    const isHeaders = path.endsWith('/headers')
    const key = isHeaders ? name.toLowerCase() : name
    return compare(value as Json, Object.hasOwn(got, key) ? got[key] : undefined, `${path}/${name}`)
  })
}

/** What differs, one sentence each with the place, what was expected and what came; empty where all holds. */
export const compareExpectation = (expected: JsonObject | undefined, result: object): string[] =>
  expected === undefined ? [] : compare(expected, result, '')

/** How the values of fields are written and read as text. */
import { formatSeconds, parseSeconds } from '#core/model/duration.ts'
import { isExpression } from '#core/model/field.ts'
import { expressionText } from '#state/expressions.ts'
import type { TextForm } from './Parsed.tsx'

export const textOf = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : isExpression(value)
      ? expressionText(value)
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A line of a list; one that names a resource of the design is a reference. */
const lineValue = (line: string): unknown => {
  const name = /^!Ref (\w+)$/.exec(line)?.[1]
  const [, id, attribute] = /^!GetAtt (\w+)\.([\w.]+)$/.exec(line) ?? []
  if (name !== undefined) return { ref: name }
  return id !== undefined && attribute !== undefined ? { ref: id, attribute } : line
}

/** Expressions of a list that are no references stay as they are: they are known by their text. */
const readLines =
  (before: unknown) =>
  (text: string): { value: unknown } => {
    const old = Array.isArray(before) ? before : []
    return { value: lines(text).map((line) => old.find((item) => textOf(item) === line) ?? lineValue(line)) }
  }

const printLines = (value: unknown) => (Array.isArray(value) ? value.map(textOf).join('\n') : textOf(value))

const readJson = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    // Still being typed.
    return undefined
  }
}

export type TextKind = 'text' | 'area' | 'number' | 'seconds' | 'lines' | 'numbers' | 'json'

/** The text form of a kind of field; a list needs to know what it held. */
export function textForm(kind: TextKind, value: unknown): TextForm {
  if (kind === 'number')
    return {
      print: textOf,
      parse: (text) => (/^-?\d+$/.test(text.trim()) ? { value: Number(text) } : undefined),
      expected: 'a whole number',
    }
  if (kind === 'seconds')
    return {
      print: (one) => (typeof one === 'number' ? formatSeconds(one) : textOf(one)),
      parse: (text) => {
        const seconds = parseSeconds(text)
        return seconds === undefined ? undefined : { value: seconds }
      },
      expected: '2h, 15m or a number of seconds',
    }
  if (kind === 'lines') return { print: printLines, parse: readLines(value), isLong: true }
  if (kind === 'numbers')
    return {
      print: printLines,
      parse: (text) => {
        const numbers = text
          .split(/[\s,]+/)
          .filter(Boolean)
          .map(Number)
        return numbers.some(Number.isNaN) ? undefined : { value: numbers }
      },
      isLong: true,
      expected: 'numbers, one per line',
    }
  if (kind === 'json')
    return {
      print: (one) => (one === undefined ? '' : JSON.stringify(one, null, 2)),
      parse: readJson,
      isLong: true,
      expected: 'whole JSON',
    }
  return { print: textOf, parse: (text) => ({ value: text }), isLong: kind === 'area' }
}

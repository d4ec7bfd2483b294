/** What a module's variables are given from outside, kept with the source so that saving reads it the same way again. */
import type { ReadOptions } from '#core/formats/format.ts'
import type { Source } from '#core/model/document.ts'
import { isExpression, isUnknown } from '#core/model/field.ts'
import { isFields, isPlain, type Value } from './value.ts'
import { asGiven } from './variable-types.ts'

/** Nothing but a memory: a source that was kept elsewhere has its plain values as parameters. */
const givenTo = new WeakMap<Source, ReadOptions>()

export function sourceOf(text: string, options: ReadOptions): Source {
  const { parameters, values = new Map() } = options
  const plain = [...values].filter(([, value]) => value !== null && isPlain(value))
  const kept = { ...Object.fromEntries(plain.map(([name, value]) => [name, asGiven(value)])), ...parameters }
  const source: Source = {
    format: 'terraform',
    text,
    ...(Object.keys(kept).length > 0 && { parameters: kept }),
    ...(options.isWhole && { isWhole: true }),
  }
  givenTo.set(source, options)
  return source
}

export const optionsOf = (source: Source): ReadOptions =>
  givenTo.get(source) ?? {
    ...(source.parameters && { parameters: source.parameters }),
    ...(source.isWhole && { isWhole: true }),
  }

const step = (key: string) => (/^[A-Za-z_][\w-]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`)

/** A value as the module that is given it names it: what the caller's own run decides is `var.name…` there. */
export function handedOn(value: Value, name: string): Value {
  if (isExpression(value)) {
    const { like, mayBeAbsent } = isUnknown(value) ? value : {}
    return {
      unknown: name,
      expression: { terraform: name },
      ...(like !== undefined && { like }),
      ...(mayBeAbsent && { mayBeAbsent }),
    }
  }
  if (Array.isArray(value)) return value.map((item, index) => handedOn(item, `${name}[${index}]`))
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, handedOn(item, `${name}${step(key)}`)]),
  )
}

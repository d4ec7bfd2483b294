/** `format` and `formatlist` with the verbs of every day (https://developer.hashicorp.com/terraform/language/functions/format). */
import { textOf, type Value } from './value.ts'

const verb = /%(?:%|([-0]?)(\d{0,3})(?:\.(\d{1,2}))?([svdtqf]))/g

function shown(value: Value, sign: string, digits: string | undefined): string | undefined {
  if (typeof value === 'object') return undefined
  const number = Number(value)
  const isNumber = typeof value !== 'boolean' && textOf(value).trim() !== '' && Number.isFinite(number)
  switch (sign) {
    case 'd':
      return isNumber && Number.isInteger(number) ? textOf(number) : undefined
    case 'f':
      return isNumber ? number.toFixed(Number(digits ?? 6)) : undefined
    case 't':
      return ['true', 'false'].includes(String(value)) ? String(value) : undefined
    case 'q':
      return JSON.stringify(textOf(value))
    default:
      return textOf(value)
  }
}

function padded(text: string, flag: string, room: number): string {
  if (flag === '-') return text.padEnd(room)
  if (flag !== '0') return text.padStart(room)
  return text.startsWith('-') ? `-${text.slice(1).padStart(room - 1, '0')}` : text.padStart(room, '0')
}

/** Undefined where Terraform would refuse it, or where a verb is one of the rarer ones. */
export function format([pattern, ...values]: readonly Value[]): Value | undefined {
  if (typeof pattern !== 'string') return undefined
  if (pattern.replace(verb, '').includes('%')) return undefined
  const left = [...values]
  let isRight = true
  const text = pattern.replace(verb, (whole, flag = '', width = '', digits, sign) => {
    if (whole === '%%') return '%'
    const [value] = left
    const out = left.length > 0 && value !== undefined ? shown(value, sign, digits) : undefined
    left.shift()
    if (out === undefined || (digits !== undefined && sign !== 'f')) isRight = false
    return padded(out ?? '', flag, Number(width))
  })
  return isRight && left.length === 0 ? text : undefined
}

/** One text for each item of the lists, which are equally long; a single value is the same for all. */
export function formatlist([pattern = null, ...values]: readonly Value[]): Value | undefined {
  const counts = new Set(values.flatMap((value) => (Array.isArray(value) ? [value.length] : [])))
  const [count, ...others] = counts
  if (count === undefined || others.length > 0) return undefined
  const texts = Array.from({ length: count }, (_, index) =>
    format([pattern, ...values.map((value) => (Array.isArray(value) ? (value[index] ?? null) : value))]),
  )
  return texts.every((text) => text !== undefined) ? texts : undefined
}

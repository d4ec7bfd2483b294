/** https://developer.hashicorp.com/terraform/language/functions#string-functions */
import { tableOf } from '#core/ground/names.ts'
import { isExpression } from '#core/model/field.ts'
import { format, formatlist } from './format-verbs.ts'
import { list, parts, plain, type TerraformFunction, text } from './terraform-function.ts'
import { isFields, texts, type Value } from './value.ts'

/** A text between slashes is a regular expression of Go; those are Terraform's to run. */
const replace = text((whole, from = '', to = '') =>
  from.startsWith('/') && from.endsWith('/') && from.length > 1
    ? undefined
    : whole.replaceAll(from, () => to),
)

const sorted = (value: Value): Value => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, sorted(value[key] ?? null)]),
  )
}
const html: Readonly<Record<string, string>> = tableOf({ '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' })

function jsondecode(source: string): Value | undefined {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

function trim(whole: string, cut = ''): string {
  const signs = new Set(cut)
  const characters = [...whole]
  const from = characters.findIndex((character) => !signs.has(character))
  const to = characters.findLastIndex((character) => !signs.has(character))
  return from < 0 ? '' : characters.slice(from, to + 1).join('')
}

/** As a form's values are escaped; half a character has no such form. */
function urlencode(whole: string): string | undefined {
  if (/\p{Surrogate}/u.test(whole)) return undefined
  return encodeURIComponent(whole)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
}

export const textFunctions: Readonly<Record<string, TerraformFunction>> = {
  join: parts(([separator, ...lists]) => {
    if (typeof separator !== 'string' || !lists.every(Array.isArray)) return undefined
    const [first, ...others] = lists.flat()
    // One item alone is what the whole says, as of a resource that is there once or not at all.
    if (isExpression(first) && others.length === 0) return first
    return texts(lists.flat())?.join(separator)
  }),
  split: text((separator, whole = '') => whole.split(separator)),
  format: plain(format),
  formatlist: plain(formatlist),
  replace,
  lower: text((whole) => whole.toLowerCase()),
  upper: text((whole) => whole.toUpperCase()),
  title: text((whole) => whole.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())),
  trim: text(trim),
  trimspace: text((whole) => whole.trim()),
  trimprefix: text((whole, prefix = '') => (whole.startsWith(prefix) ? whole.slice(prefix.length) : whole)),
  trimsuffix: text((whole, suffix = '') =>
    suffix !== '' && whole.endsWith(suffix) ? whole.slice(0, -suffix.length) : whole,
  ),
  chomp: text((whole) => whole.replace(/[\r\n]+$/, '')),
  indent: text((spaces, whole = '') =>
    /^\d{1,3}$/.test(spaces) ? whole.replaceAll('\n', `\n${' '.repeat(Number(spaces))}`) : undefined,
  ),
  startswith: text((whole, prefix = '') => whole.startsWith(prefix)),
  endswith: text((whole, suffix = '') => whole.endsWith(suffix)),
  strcontains: text((whole, part = '') => whole.includes(part)),
  strrev: text((whole) => [...whole].toReversed().join('')),
  substr: text((whole, offset, length) => {
    const from = whole.slice(Number(offset))
    return Number(length) < 0 ? from : from.slice(0, Number(length))
  }),
  sort: plain(list((items) => texts(items)?.toSorted())),
  urlencode: text(urlencode),
  dirname: text((path) => /^(.*)\/[^/]*$/.exec(path)?.[1] ?? '.'),
  basename: text((path) => path.split('/').at(-1)),
  jsondecode: text(jsondecode),
  /** Keys in their order and HTML's signs escaped, as Terraform writes it. */
  jsonencode: plain(([value = null]) =>
    JSON.stringify(sorted(value)).replace(/[<>&]/g, (sign) => html[sign] ?? sign),
  ),
}

/**
 * `Intl` of the machine's own engine, lent to the functions: QuickJS has none, and Node's has all languages. Only data goes
 * in and comes out. A language or a zone that nobody names is Lambda's: `en-US` and UTC.
 */
import { tableOf } from '#core/ground/names.ts'

type Given = Readonly<Record<string, unknown>>

interface Request {
  readonly kind: string
  readonly locales?: string | string[]
  readonly options?: Given
  readonly method: string
  readonly args: readonly unknown[]
}

/** Dates and BigInts cross as numbers and digits; `Infinity` and `NaN` by name. */
const numberOf = (value: unknown): number | bigint =>
  typeof value === 'string' && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : Number(value)

type Make = (
  locales: string | string[],
  options: Given,
) => Readonly<Record<string, (...args: unknown[]) => unknown>>

const dateOf = (value: unknown): Date => new Date(Number(value))
const makers: Readonly<Record<string, Make>> = tableOf({
  DateTimeFormat: (locales, options) => {
    const made = new Intl.DateTimeFormat(locales, { timeZone: 'UTC', ...options })
    return {
      format: (date) => made.format(dateOf(date)),
      formatToParts: (date) => made.formatToParts(dateOf(date)),
      formatRange: (from, to) => made.formatRange(dateOf(from), dateOf(to)),
      resolvedOptions: () => made.resolvedOptions(),
    }
  },
  NumberFormat: (locales, options) => {
    const made = new Intl.NumberFormat(locales, options)
    return {
      format: (value) => made.format(numberOf(value)),
      formatToParts: (value) => made.formatToParts(numberOf(value)),
      resolvedOptions: () => made.resolvedOptions(),
    }
  },
  Collator: (locales, options) => {
    const made = new Intl.Collator(locales, options)
    return {
      compare: (a, b) => made.compare(String(a), String(b)),
      resolvedOptions: () => made.resolvedOptions(),
    }
  },
  PluralRules: (locales, options) => {
    const made = new Intl.PluralRules(locales, options)
    return {
      select: (value) => made.select(Number(value)),
      resolvedOptions: () => made.resolvedOptions(),
    }
  },
  ListFormat: (locales, options) => {
    const made = new Intl.ListFormat(locales, options)
    const list = (items: unknown) => (Array.isArray(items) ? items.map(String) : [])
    return {
      format: (items) => made.format(list(items)),
      formatToParts: (items) => made.formatToParts(list(items)),
      resolvedOptions: () => made.resolvedOptions(),
    }
  },
  RelativeTimeFormat: (locales, options) => {
    const made = new Intl.RelativeTimeFormat(locales, options)
    // The engine itself refuses a unit that it does not know.
    return {
      format: (value, unit) => made.format(Number(value), unit as Intl.RelativeTimeFormatUnit),
      resolvedOptions: () => made.resolvedOptions(),
    }
  },
  DisplayNames: (locales, options) => {
    const made = new Intl.DisplayNames(locales, { type: 'language', ...options })
    return { of: (code) => made.of(String(code)), resolvedOptions: () => made.resolvedOptions() }
  },
  Segmenter: (locales, options) => {
    const made = new Intl.Segmenter(locales, options)
    return {
      segment: (text) =>
        [...made.segment(String(text))].map(({ segment, index, isWordLike }) => ({
          segment,
          index,
          isWordLike,
        })),
      resolvedOptions: () => made.resolvedOptions(),
    }
  },
  Locale: (locales, options) => {
    const made = new Intl.Locale(String(locales), options)
    const { language, script, region, baseName } = made
    return {
      read: () => ({ text: made.toString(), language, script, region, baseName }),
      maximize: () => made.maximize().toString(),
      minimize: () => made.minimize().toString(),
    }
  },
})

const statics: Readonly<Record<string, (value: unknown) => unknown>> = {
  getCanonicalLocales: (value) => Intl.getCanonicalLocales(value as string | string[]),
  supportedValuesOf: (value) => Intl.supportedValuesOf(String(value) as 'calendar'),
  supportedLocalesOf: (value) => Intl.DateTimeFormat.supportedLocalesOf(value as string | string[]),
  toLocaleUpperCase: (value) => {
    const [text, locale] = value as [string, string | undefined]
    return text.toLocaleUpperCase(locale ?? 'en-US')
  },
  toLocaleLowerCase: (value) => {
    const [text, locale] = value as [string, string | undefined]
    return text.toLocaleLowerCase(locale ?? 'en-US')
  },
}

/** Makes what is asked for, calls one method, and gives `{ value }` or `{ error }` as JSON. */
export function intl(text: string): string {
  const { kind, locales = 'en-US', options = {}, method, args }: Request = JSON.parse(text)
  try {
    const maker = Object.hasOwn(makers, kind) ? makers[kind] : undefined
    const source = maker ? maker(locales, options) : statics
    const call = Object.hasOwn(source, method) ? source[method] : undefined
    return JSON.stringify({ value: maker || call ? call?.(...args) : undefined })
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) }
    return JSON.stringify({ error: { name, message } })
  }
}

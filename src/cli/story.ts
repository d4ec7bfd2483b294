import { fromPointer, type Path } from '#core/model/path.ts'
import type { MessageChange, RequestResult, TraceEvent } from '#core/model/scenario.ts'
import type { Hint } from '#core/trace/explain/hints/hint.ts'
import { notRunIn } from '#core/trace/explain/not-run.ts'

const width = 96

const basisInWords = {
  inferred: 'inferred: AWS does not say',
  observed: 'observed: AWS does not say, people have seen it',
} as const

/** Breaks a text into lines of at most `width` characters, each after the first indented. */
function wrapped(text: string, indent: string): string {
  const lines = ['']
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? ''
    if (line.length > 0 && indent.length + line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line.length > 0 ? `${line} ${word}` : word
  }
  return lines.join(`\n${indent}`)
}

/** Where a setting stands, as editors and terminals take it: `cdn.yaml:31:9`. */
export type PlaceOf = (path: Path) => string | undefined

/** The pointer in short: resources of CloudFormation are named, `config` is not. */
const settingName = (pointer: string): string =>
  fromPointer(pointer)
    .filter((step, index) => !(index === 0 && step === 'resources') && !(index === 2 && step === 'config'))
    .join('/')

const settingLines = (pointers: readonly string[] = [], placeOf: PlaceOf): string[] =>
  [...new Set(pointers)].map((pointer) => {
    const place = placeOf(fromPointer(pointer))
    return `by ${settingName(pointer)}${place === undefined ? '' : ` (${place})`}`
  })

/** `-` for what went, `+` for what came, as a diff. */
const changeLines = (changes: readonly MessageChange[] = []): string[] => {
  const messages = [...new Set(changes.map(({ message }) => message))]
  return messages.flatMap((message) => [
    `${message}:`,
    ...changes
      .filter((change) => change.message === message)
      .flatMap(({ field, before, after }) => {
        const name = field.replace(/^header /, '')
        return [
          ...(before === null ? [] : [`  - ${name}: ${before}`]),
          ...(after === null ? [] : [`  + ${name}: ${after}`]),
        ]
      }),
  ])
}

const indent = '     '

function eventLines(
  { title, detail, basis, docs, because, duration, changes }: TraceEvent,
  index: number,
  placeOf: PlaceOf,
): string {
  const time = duration === undefined ? '' : `  (${duration} ms)`
  return [
    `${String(index + 1).padStart(3)}. ${title}${time}`,
    `${indent}${wrapped(detail, indent)}`,
    ...settingLines(because, placeOf).map((line) => `${indent}${line}`),
    ...changeLines(changes).map((line) => `${indent}${line}`),
    ...(basis === 'documented' ? [] : [`${indent}(${basisInWords[basis]})`]),
    ...(docs ? [`${indent}${docs}`] : []),
  ].join('\n')
}

const headerLines = (headers: RequestResult['headers']): string[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((single) => `     ${name}: ${single}`),
  )

const hintLines = (hints: readonly Hint[], placeOf: PlaceOf): string[] =>
  hints.length === 0
    ? []
    : [
        '',
        '   What is behind it',
        ...hints.flatMap(({ text, because, docs }) => [
          `   * ${wrapped(text, indent)}`,
          ...settingLines(because, placeOf).map((line) => `${indent}${line}`),
          `${indent}${docs}`,
        ]),
      ]

/** One traced request as a story that reads without color: outcome, causes, steps with their diffs, headers. */
export function tellStory(
  heading: string,
  result: RequestResult,
  hints: readonly Hint[] = [],
  placeOf: PlaceOf = () => undefined,
): string {
  const { status, xCache, servedBy, behavior, ttl, events, headers } = result
  const without = [...new Set(notRunIn(result).map(({ name }) => `“${name}”`))].join(', ')
  const took = events.reduce((sum, { duration = 0 }) => sum + duration, 0)
  return [
    `== ${heading}`,
    `   ${status}  ${xCache ?? 'no x-cache header'}  served by ${servedBy}  behavior ${behavior ?? 'none'}${ttl === null ? '' : `  stored for ${ttl} s`}  ${took} ms simulated${without === '' ? '' : `  without ${without}, which is not played`}`,
    ...hintLines(hints, placeOf),
    '',
    ...events.map((event, index) => eventLines(event, index, placeOf)),
    '',
    '   Response headers',
    ...headerLines(headers),
    '',
  ].join('\n')
}

import type { RequestResult, TraceEvent } from '#core/model/scenario.ts'

const width = 96

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

const eventLines = ({ title, detail, basis, docs }: TraceEvent, index: number): string => {
  const indent = '     '
  const source = basis === 'inferred' ? '(inferred: AWS does not say)' : docs
  return [
    `${String(index + 1).padStart(3)}. ${title}`,
    `${indent}${wrapped(detail, indent)}`,
    ...(source ? [`${indent}${source}`] : []),
  ].join('\n')
}

const headerLines = (headers: RequestResult['headers']): string[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((single) => `     ${name}: ${single}`),
  )

/** One traced request as a story that reads without color. */
export function tellStory(heading: string, result: RequestResult): string {
  const { status, xCache, servedBy, behavior, ttl, events, headers } = result
  return [
    `== ${heading}`,
    `   ${status}  ${xCache ?? 'no x-cache header'}  served by ${servedBy}  behavior ${behavior ?? 'none'}${ttl === null ? '' : `  stored for ${ttl} s`}`,
    '',
    ...events.map(eventLines),
    '',
    '   Response headers',
    ...headerLines(headers),
    '',
  ].join('\n')
}

/** Answers of origins that were taken from a trace and hold in later ones: rules of the origin's script, before the others. */
import { bare } from '#core/ground/names.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { type Edit, setAt } from '#core/model/edit.ts'
import type { MessageChange, OriginAttempt, OriginRule, RequestResult } from '#core/model/scenario.ts'
import { eventsAt } from '#core/trace/explain/events.ts'
import { scriptsFor } from './origin-scripts.ts'
import { type Pin, pinName } from './pinned.ts'

/** What a cookie says is somebody's; that there is one is what caching depends on. */
const withoutValue = (cookie: string): string => cookie.replace(/^\s*([^=;]+)=[^;]*/, '$1=pinned')

/** Of the pinned answer itself, or of the connection. */
const unpinned = new Set(['content-length', 'connection', 'date'])

function headersOf(changes: readonly MessageChange[]): Record<string, string | string[]> {
  const headers = bare<string | string[]>()
  for (const { field, after } of changes) {
    const name = field.replace(/^header /, '')
    if (name === field || after === null || unpinned.has(name)) continue
    // The comma of a date in Expires is followed by no name.
    headers[name] = name === 'set-cookie' ? after.split(/, (?=[^;,=\s]+=)/).map(withoutValue) : after
  }
  return headers
}

/** The body that viewers got, where it is the one that the origin sent; else as many bytes. */
function bodyOf(
  result: RequestResult,
  changes: readonly MessageChange[],
): NonNullable<OriginRule['response']> {
  const size = Number.parseInt(changes.find(({ field }) => field === 'body')?.after ?? '0', 10)
  const isWhole = new TextEncoder().encode(result.body).length === size
  return isWhole ? { body: result.body } : { bodySize: size }
}

/** The rule that gives the answer of an attempt again; undefined where the trace does not tell it. */
export function answerOf(result: RequestResult, index: number): OriginRule | undefined {
  const attempt = result.originRequests[index]
  if (!attempt) return undefined
  const { method, path, query, error } = attempt
  const match = { method, path, ...(query !== '' && { query }) }
  if (error !== undefined) return { match, error, pinned: true }
  const told = eventsAt(result, 'origin-fetch')[index]?.changes ?? []
  const changes = told.filter(({ message }) => message === 'origin response')
  const status = Number(changes.find(({ field }) => field === 'status')?.after ?? attempt.status)
  if (!Number.isInteger(status)) return undefined
  return {
    match,
    response: { status, headers: headersOf(changes), ...bodyOf(result, changes) },
    pinned: true,
  }
}

const isSame = (one: unknown, two: unknown) => JSON.stringify(one) === JSON.stringify(two)
/** Holds an answer: the same request to the origin gets it from now on. One that was held for the same is replaced. */
export function pinAnswer(
  document: DesignDocument,
  distribution: LogicalId,
  { origin }: Pick<OriginAttempt, 'origin'>,
  rule: OriginRule,
): Edit {
  const script = scriptsFor(document, distribution)[origin] ?? []
  const others = script.filter((one) => !(one.pinned === true && isSame(one.match, rule.match)))
  return setAt(
    ['originScripts', origin],
    [rule, ...others],
    `Pin the answer of “${origin}” to ${pinName(rule)}`,
  )
}

/** Lets an answer go; a script that then says what the origin would say without one is none. */
export function unpin(document: DesignDocument, distribution: LogicalId, { origin, index, rule }: Pin): Edit {
  const { [origin]: script = [], ...scripts } = document.originScripts ?? {}
  const left = script.filter((_, at) => at !== index)
  const without = scriptsFor({ ...document, originScripts: scripts }, distribution)[origin] ?? []
  return setAt(
    ['originScripts', origin],
    isSame(left, without) ? undefined : left,
    `Unpin the answer of “${origin}” to ${pinName(rule)}`,
  )
}

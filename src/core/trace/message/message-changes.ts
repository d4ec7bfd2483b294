/** What each stage changed of the messages that pass through it: the diff that the story shows beside a step. */
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { MessageChange } from '#core/model/scenario.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import type { EngineResponse } from './message.ts'

type Message = MessageChange['message']
type Fields = ReadonlyMap<string, string>

function flat(start: readonly (readonly [string, string])[], headers: HeaderFields, leaveOut = ''): Fields {
  const fields = new Map(start)
  for (const [name, value] of headers) {
    if (name === leaveOut) continue
    const field = `header ${name}`
    const before = fields.get(field)
    fields.set(field, before === undefined ? value : `${before}, ${value}`)
  }
  return fields
}

const bytes = (size: number) => (size === 1 ? '1 byte' : `${size} bytes`)
const ofResponse = ({ status, headers, body, encodedSize }: EngineResponse): Fields =>
  flat(
    [
      ['status', String(status)],
      ['body', bytes(encodedSize ?? body.size)],
    ],
    headers,
  )

/** Each message as it is now; null where there is none yet. */
const readers: Readonly<Record<Message, (exchange: Exchange) => Fields | null>> = {
  'viewer request': ({ request }) =>
    flat(
      [
        ['method', request.method],
        ['host', request.host],
        ['path', request.path],
        ['query', request.query],
      ],
      request.headers,
    ),
  'origin request': ({ originRequest: request }) =>
    request &&
    flat(
      [
        ['method', request.method],
        ['host', request.headers.first('host') ?? request.domainName],
        ['path', request.originPath + request.path],
        ['query', request.query],
      ],
      request.headers,
      'host',
    ),
  'origin response': ({ originResponse }) => originResponse && ofResponse(originResponse),
  response: ({ response }) => response && ofResponse(response),
}
const messages = Object.keys(readers) as Message[] // the record names every message

/** What a new message is compared with: the one that it was made from. */
const madeFrom: Readonly<Record<Message, Message | null>> = {
  'viewer request': null,
  'origin request': 'viewer request',
  'origin response': null,
  response: 'origin response',
}

const nothing: Fields = new Map()

/** Follows the messages of one exchange. */
export class MessageWatch {
  private readonly last = new Map<Message, Fields>()

  constructor(exchange: Exchange) {
    const request = readers['viewer request'](exchange)
    if (request) this.last.set('viewer request', request)
  }

  private baseline(message: Message, exchange: Exchange): Fields {
    const own = this.last.get(message)
    if (own) return own
    if (message === 'response' && exchange.found) return ofResponse({ ...exchange.found, from: 'cache' })
    const source = madeFrom[message]
    return (source && this.last.get(source)) ?? nothing
  }

  /** What has changed since the last call. */
  take(exchange: Exchange): MessageChange[] {
    const changes: MessageChange[] = []
    for (const message of messages) {
      const now = readers[message](exchange)
      if (!now) {
        this.last.delete(message)
        continue
      }
      const before = this.baseline(message, exchange)
      for (const [field, after] of now) {
        const was = before.get(field) ?? null
        if (was !== after) changes.push({ message, field, before: was, after })
      }
      for (const [field, was] of before)
        if (!now.has(field)) changes.push({ message, field, before: was, after: null })
      this.last.set(message, now)
    }
    return changes
  }
}

/** A step that changed something and told nothing, in words. */
export function changesInWords(changes: readonly MessageChange[]): string {
  const of = (message: Message) =>
    changes.filter((change) => change.message === message).map(({ field }) => field)
  return messages
    .filter((message) => of(message).length > 0)
    .map((message) => `The ${message} changes: ${of(message).join(', ')}.`)
    .join(' ')
}

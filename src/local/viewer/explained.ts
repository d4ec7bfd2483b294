/** The body as the story tells it: text, before any coding of CloudFront's. */
import { bodyText } from '#core/http/body.ts'
import type { EngineResponse } from '#core/trace/message/message.ts'
import { bodyFlow } from '#local/bytes/body.ts'
import { codingOf, decodeBytes } from '#local/bytes/coding.ts'
import { collect, Flow } from '#local/bytes/flow.ts'
import { madeCoding } from './reply.ts'

/** Bytes of a body that a story tells. */
const mostTold = 1024 * 1024

export async function explainedBody(response: EngineResponse): Promise<string> {
  const { body } = response
  if (!(body.source instanceof Flow)) return bodyText(body)
  const coding = madeCoding(response)
  const flow = bodyFlow(body, coding)
  const bytes =
    flow === null ? null : await collect(flow, coding === null ? mostTold + (body.start ?? 0) : undefined)
  if (bytes === null) return ''
  const plain = coding === null ? bytes : decodeBytes(bytes, codingOf(coding))
  const { start } = body
  return Buffer.from(start === undefined ? plain : plain.subarray(start, start + body.size)).toString('utf8')
}

import { bodyOf, noBody } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { Json } from '#core/model/field.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'
import { viewerAddress } from '#core/trace/engine/viewer-headers.ts'
import type { Note } from '#core/trace/message/message.ts'
import { evaluate, type WafVerdict } from '#core/trace/waf/evaluate.ts'
import type { CompiledWebAcl, WafRequest } from '#core/trace/waf/web-acl.ts'

const stated = (value: Json | undefined): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null

function wafRequestOf({ request, now }: Exchange): WafRequest {
  const { viewer } = request
  return {
    method: request.method,
    path: request.path,
    query: request.query,
    headers: request.headers.copy().set('host', request.host),
    body: request.body,
    ip: viewerAddress(viewer.ip),
    country: viewer.country?.toUpperCase() ?? null,
    asn: stated(viewer['asn']),
    ja3: stated(viewer['ja3']),
    ja4: stated(viewer['ja4']),
    now,
    labels: new Set(),
  }
}

/** Statuses without a custom response; a CAPTCHA and a challenge answer a page of their own. */
const statuses = { block: 403, captcha: 405, challenge: 202 } as const

function answerVerdict(
  exchange: Exchange,
  { kind, response }: WafVerdict & { kind: keyof typeof statuses },
): void {
  const headers = HeaderFields.empty()
  for (const [name, value] of response?.headers ?? []) headers.set(name, value)
  if (response?.body) headers.set('content-type', response.body.type)
  if (kind !== 'block') headers.set('x-amzn-waf-action', kind)
  exchange.answer(
    response?.status ?? statuses[kind],
    headers,
    'InvalidRequestBlocked',
    response?.body ? bodyOf(response.body.text) : noBody,
  )
  exchange.resultType = 'Error'
}

function play(exchange: Exchange, acl: CompiledWebAcl, note: Note | null): void {
  const { viewer, headers } = exchange.request
  const script = typeof viewer['waf'] === 'object' && viewer['waf'] !== null ? viewer['waf'] : {}
  const verdict = evaluate(acl, {
    request: wafRequestOf(exchange),
    counts: exchange.engine.wafCounts,
    script: script as Readonly<Record<string, Json>>, // an object, as has just been seen
    hasToken: viewer['wafToken'] === true,
    tell: note && ((text, path) => note(text, [path])),
  })
  if (verdict.kind === 'allow') {
    for (const [name, value] of verdict.insert) headers.set(name, value)
    return
  }
  const status = verdict.response?.status ?? statuses[verdict.kind]
  note?.(`AWS WAF answers ${status}, before any function or cache.`, [acl.path])
  exchange.blockedBy = verdict.rule ?? `the default action of ${acl.name}`
  answerVerdict(exchange, { ...verdict, kind: verdict.kind })
}

/** Rules that stand in the design are evaluated; else the verdict is scripted (`viewer.waf`: `allow`, `block`, a status). */
export const webAcl = defineStage({
  id: 'web-acl',
  at: 'head',
  title: 'Web ACL',
  explained: 'before-origin',
  basis: { documented: guide('distribution-web-awswaf') },
  run(exchange, note) {
    const { distribution, request } = exchange
    const verdict = request.viewer['waf']
    const acl = distribution?.webAcl ?? null
    const isScripted = typeof verdict === 'string' || typeof verdict === 'number'
    if (acl?.rules && !isScripted) {
      play(exchange, acl, note)
      return
    }
    if (!acl && !isScripted) return
    const because = [acl?.path ?? [...(distribution?.path ?? []), 'WebACLId']]
    const own = Number(verdict)
    if (verdict === 'block' || own >= 200) {
      const status = own >= 200 ? own : 403
      note?.(
        `AWS WAF blocks the request with ${status}, before any function or cache, as the request scripts it.`,
        because,
      )
      exchange.answer(status, HeaderFields.empty(), 'InvalidRequestBlocked')
      return
    }
    note?.(
      isScripted
        ? 'AWS WAF lets the request pass (the verdict is scripted by the request).'
        : `The rules of the web ACL “${acl?.name}” are not in this design, so its verdict is not played: it lets the request pass unless viewer.waf says “block”.`,
      because,
    )
  },
})

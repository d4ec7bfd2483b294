import { HeaderFields } from '#core/http/header-fields.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'

/** The verdict is scripted (`viewer.waf`: `allow`, `block`, or a status), since rules live in AWS WAF. */
export const webAcl = defineStage({
  id: 'web-acl',
  title: 'Web ACL',
  explained: 'before-origin',
  basis: { documented: guide('distribution-web-awswaf') },
  run(exchange, note) {
    const { distribution, request } = exchange
    const verdict = request.viewer['waf']
    if (!distribution?.webAcl && verdict === undefined) return
    const because = [[...(distribution?.path ?? []), 'WebACLId']]
    const own = Number(verdict)
    if (verdict === 'block' || own >= 200) {
      const status = own >= 200 ? own : 403
      note?.(`AWS WAF blocks the request with ${status}, before any function or cache.`, because)
      exchange.answer(status, HeaderFields.empty(), 'InvalidRequestBlocked')
      return
    }
    note?.('AWS WAF lets the request pass (the verdict is scripted by the request).', because)
  },
})

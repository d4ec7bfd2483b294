import { isDisallowedHeader, readOnlyHeaders } from '#core/edge/limits.ts'
import { type HeaderUse, headersIn } from '#core/rules/code/code-headers.ts'
import { lineOf } from '#core/rules/code/code-tree.ts'
import { type EdgeCode, edgeCodesIn, mayRunOn } from '#core/rules/code/function-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

/** Why CloudFront refuses a change of a header; undefined where it takes it. */
function refusal(edge: EdgeCode, { name, of, how }: HeaderUse): string | undefined {
  const lower = name.toLowerCase()
  if (how === 'read') return undefined
  if (how === 'set' && isDisallowedHeader(lower)) return 'which edge functions may not add'
  if (of === 'generated')
    return lower === 'via' || lower === 'transfer-encoding'
      ? 'which a generated response may not have'
      : undefined
  const events = ['viewer-request', 'origin-request', 'origin-response', 'viewer-response'] as const
  const event = events.find(
    (one) => one.endsWith(of) && mayRunOn(edge, one) && readOnlyHeaders[one].includes(lower),
  )
  return event && `which is read-only on ${event}`
}

export const functionAddsDisallowedHeader = defineRule({
  id: 'function/adds-disallowed-header',
  severity: 'error',
  sees: 'all',
  summary: 'A function sets a header that CloudFront does not let it set.',
  why: 'Setting a header that edge functions may not add, or changing one that is read-only for the event, makes CloudFront answer with 502.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { status: 502 } },

  *check({ document }) {
    for (const edge of edgeCodesIn(document)) {
      const seen = new Set<string>()
      for (const use of headersIn(edge.tree)) {
        const reason = refusal(edge, use)
        if (reason === undefined || seen.has(use.name.toLowerCase())) continue
        seen.add(use.name.toLowerCase())
        yield {
          path: edge.path,
          message: `${lineOf(use.key)} of “${edge.id}” ${use.how === 'delete' ? 'deletes' : 'sets'} the header “${use.name}”, ${reason}, so viewers get 502; leave it as it is.`,
        }
      }
    }
  },
})

import { z } from 'zod'
import { distributionInput, openOne, sourceInput } from '#cli/mcp/given.ts'
import { play } from '#cli/mcp/played.ts'
import { requestInput, requestOf } from '#cli/mcp/request-input.ts'
import { defineTool } from '#cli/mcp/tool.ts'
import { failed, ok } from '#core/ground/result.ts'
import { whyNotHit } from '#core/trace/explain/why-not-hit.ts'

export const whyNotHitTool = defineTool({
  name: 'why_not_a_hit',
  title: 'Why not a hit?',
  description:
    'Sends two requests one after the other and says why the second was not answered from the cache: the parts of the cache key that differ, the setting behind each, the lifetime, or the place.',
  input: z.object({
    ...sourceInput,
    ...distributionInput,
    first: requestInput,
    second: requestInput,
    seconds: z
      .number()
      .min(0)
      .max(31_536_000)
      .default(1)
      .describe('How long after the first the second comes.'),
  }),
  run: async ({ first, second, seconds, ...given }, allowed) => {
    const opened = await openOne(given, allowed)
    if (!opened.ok) return opened
    const requests = [requestOf(first), requestOf(second)] as const
    const results = await play(opened.value, requests, seconds)
    if (!results.ok) return results
    const [before, after] = results.value
    if (!before || !after) return failed('The requests were not played.')
    const { document } = opened.value.opened
    const report = whyNotHit(
      document,
      opened.value.distribution,
      { request: requests[0], result: before, at: 0 },
      { request: requests[1], result: after, at: seconds * 1000 },
    )
    return ok({ ...report, results: [before.resultType, after.resultType] })
  },
})

import { z } from 'zod'
import { distributionInput, openOne, sourceInput } from '#cli/mcp/given.ts'
import { play } from '#cli/mcp/played.ts'
import { requestInput, requestOf } from '#cli/mcp/request-input.ts'
import { defineTool } from '#cli/mcp/tool.ts'
import { ok } from '#core/ground/result.ts'
import { hintsFor } from '#core/trace/explain/hints/index.ts'

export const traceTool = defineTool({
  name: 'trace',
  title: 'Trace a request',
  description:
    'Sends one request through the distribution as CloudFront would, cold and then warm a second later: behavior, cache key, functions, what the origin got, and every step with its reason.',
  input: z.object({ ...sourceInput, ...distributionInput, request: requestInput }),
  run: async ({ request: wanted, ...given }, allowed) => {
    const opened = await openOne(given, allowed)
    if (!opened.ok) return opened
    const request = requestOf(wanted)
    const results = await play(opened.value, [request, request], 1)
    if (!results.ok) return results
    const { document } = opened.value.opened
    const { distribution } = opened.value
    return ok({
      design: distribution,
      results: results.value,
      hints: results.value.map((result) => hintsFor({ document, distribution, request, result })),
    })
  },
})

import { z } from 'zod'
import { prepare } from '#cli/deployment.ts'
import { distributionInput, pathInside, sourceInput } from '#cli/mcp/given.ts'
import { defineTool } from '#cli/mcp/tool.ts'
import { planJson } from '#cli/plan-text.ts'
import { failed, ok } from '#core/ground/result.ts'

export const planTool = defineTool({
  name: 'plan',
  title: 'Plan a deployment',
  description:
    'Says what apply would do in the account that this server was started for, with consequences for viewers. It reads the account and changes nothing; nothing here can.',
  input: z.object({ path: z.string(), parameters: sourceInput.parameters, ...distributionInput }),
  run: async ({ path, parameters = {}, distribution }, allowed) => {
    const inside = await pathInside(path, allowed)
    if (!inside.ok) return inside
    const { endpointUrl, profile } = allowed
    const prepared = await prepare(inside.value, {
      format: 'json',
      parameters,
      ...(distribution !== undefined && { distribution }),
      ...(endpointUrl !== undefined && { endpointUrl }),
      ...(profile !== undefined && { profile }),
    })
    if (!prepared.ok) return failed(prepared.error.join('\n'))
    return ok(JSON.parse(planJson(prepared.value.plan, prepared.value.scope)))
  },
})

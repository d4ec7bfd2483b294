import { z } from 'zod'
import { defineTool } from '#cli/mcp/tool.ts'
import { failed, ok } from '#core/ground/result.ts'
import { rules } from '#core/rules/index.ts'

export const explainTool = defineTool({
  name: 'explain',
  title: 'Explain a finding',
  description:
    'Says what a rule of the check means: what is wrong, why it matters, the API error that it pre-empts, and the AWS page behind it.',
  input: z.object({
    rule: z.string().describe('The id of a rule, as check gives it: access/oac-type-mismatch.'),
  }),
  run: async ({ rule: wanted }) => {
    const rule = rules.find(({ id, covers = [] }) => id === wanted || covers.includes(wanted))
    if (!rule) return failed(`There is no rule “${wanted}”; the resource frontage://rules lists all of them.`)
    const { id, severity, summary, why, docs, code, alsoKnownAs = [], covers = [] } = rule
    return ok({ rule: id, severity, summary, why, docs, code, alsoKnownAs, covers })
  },
})

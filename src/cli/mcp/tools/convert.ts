import { z } from 'zod'
import { onlyWith, targetNames, targetOf } from '#cli/convert.ts'
import { publicPointer } from '#cli/diagnostics.ts'
import { distributionInput, openGiven, sourceInput } from '#cli/mcp/given.ts'
import { defineTool } from '#cli/mcp/tool.ts'
import { writeFormat } from '#core/formats/index.ts'
import { failed, ok } from '#core/ground/result.ts'

export const convertTool = defineTool({
  name: 'convert',
  title: 'Convert a configuration',
  description:
    'Writes a source in another format (CloudFormation, Terraform, CDK, Pulumi, a distribution config, a picture). What the format cannot carry is listed as lost.',
  input: z.object({
    ...sourceInput,
    ...distributionInput,
    to: z.string().describe(`One of ${targetNames().join(', ')}.`),
  }),
  run: async ({ to, ...given }, allowed) => {
    const target = targetOf(to)
    if (!target) return failed(`There is no format “${to}”; choose one of ${targetNames().join(', ')}.`)
    const opened = await openGiven(given, allowed)
    if (!opened.ok) return opened
    const document = onlyWith(opened.value.document, target, given.distribution)
    if (!document.ok) return document
    const { text, losses } = writeFormat(target.id, document.value)
    const lost = losses.map(({ message, path }) => ({ message, path: publicPointer(document.value, path) }))
    return ok({ text, lost })
  },
})

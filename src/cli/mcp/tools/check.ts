import { join } from 'node:path'
import { z } from 'zod'
import { findingsIn, summarize } from '#cli/diagnostics.ts'
import { distributionInput, openGiven, sourceInput } from '#cli/mcp/given.ts'
import { defineTool } from '#cli/mcp/tool.ts'
import { projectOf } from '#cli/project-file.ts'
import { chosenDistributions } from '#cli/source.ts'
import { failed, ok } from '#core/ground/result.ts'
import { profileNames } from '#core/rules/harness/profile.ts'

export const checkTool = defineTool({
  name: 'check',
  title: 'Check a CloudFront configuration',
  description:
    'Finds what CloudFront would refuse, and what would not work as meant. Each finding has its rule, severity, place and remedy. Use it after each change of a template.',
  input: z.object({
    ...sourceInput,
    ...distributionInput,
    profile: z
      .enum(profileNames)
      .optional()
      .describe('essential (unless the project file says otherwise): errors and warnings only.'),
  }),
  run: async ({ profile: asked, ...given }, allowed) => {
    const opened = await openGiven(given, allowed)
    if (!opened.ok) return opened
    const chosen = chosenDistributions(opened.value.document, given.distribution)
    if (!chosen.ok) return chosen
    const { from, file } = opened.value
    const project = await projectOf((from?.[0] ?? given.path === undefined) ? join(allowed.root, file) : file)
    if (!project.ok) return failed(project.error.join('\n'))
    const profile = asked ?? project.value.profile ?? 'essential'
    const designs = findingsIn(opened.value, chosen.value, project.value).map(({ id, found }) => ({
      id,
      diagnostics: found
        .map(({ diagnostic }) => diagnostic)
        .filter(({ profiles }) => profiles.includes(profile)),
    }))
    return ok({
      format: opened.value.format.family,
      designs,
      summary: summarize(designs.flatMap(({ diagnostics }) => diagnostics)),
    })
  },
})

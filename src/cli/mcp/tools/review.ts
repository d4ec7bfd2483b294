import { isAbsolute, relative, resolve } from 'node:path'
import { z } from 'zod'
import { allOf, openRevision } from '#cli/git-source.ts'
import { distributionInput, type Given, openGiven, sourceInput } from '#cli/mcp/given.ts'
import { type Allowed, defineTool } from '#cli/mcp/tool.ts'
import { reportOn, type Site, sitesIn } from '#cli/reviewed.ts'
import { failureLines, type OpenedSource } from '#cli/source.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { reviewMarkdown } from '#core/review/print/markdown.ts'
import { toJson } from '#core/review/report.ts'

const side = z.object({
  ...sourceInput,
  revision: z
    .string()
    .regex(/^[^-:\s][^:\s]*$/)
    .optional()
    .describe('A revision of git (HEAD, main) from which the path is read.'),
})
type Side = z.output<typeof side>

const nameOf = ({ path, revision }: Side, otherwise: string): string =>
  path === undefined ? otherwise : revision === undefined ? path : `${revision}:${path}`

/** A path of a revision, below the folder too; the file may be gone from the disk. */
async function openOld(given: Side, { root }: Allowed): Promise<Result<OpenedSource[], string>> {
  const { path = '', revision = 'HEAD', parameters = {} } = given
  const inside = relative(resolve(root), resolve(root, path))
  if (inside.startsWith('..') || isAbsolute(inside))
    return failed(`“${path}” is outside the folder that this server was started for.`)
  const place = { revision, path: `./${inside}` }
  const opened = allOf(await openRevision(`${revision}:${path}`, place, parameters, root))
  return opened.ok ? opened : failed(failureLines(opened.error).join('\n'))
}

async function sitesOf(
  given: Side,
  wanted: Given['distribution'],
  allowed: Allowed,
): Promise<Result<Site[], string>> {
  const one = given.revision === undefined ? await openGiven(given, allowed) : undefined
  const opened = one ? (one.ok ? ok([one.value]) : one) : await openOld(given, allowed)
  if (!opened.ok) return opened
  const sites = sitesIn(opened.value, wanted)
  return sites.ok ? sites : failed(sites.error.join('\n'))
}

export const reviewTool = defineTool({
  name: 'review',
  title: 'Review a change',
  description:
    'Says what a change does: which URLs are served in another way, how and by which setting, what viewers and caches lose, most dangerous first, each with a request that shows it. Use it before a change is proposed; `before` is often the same path at the revision HEAD.',
  input: z.object({
    before: side,
    after: side,
    ...distributionInput,
    urls: z.array(z.string()).max(50).optional().describe('URLs or paths to look at in particular.'),
  }),
  run: async ({ before, after, distribution, urls = [] }, allowed) => {
    const olds = await sitesOf(before, distribution, allowed)
    if (!olds.ok) return failed(`before: ${olds.error}`)
    const news = await sitesOf(after, distribution, allowed)
    if (!news.ok) return failed(`after: ${news.error}`)
    const names = [nameOf(before, 'before'), nameOf(after, 'after')] as const
    const report = await reportOn(names, [olds.value, news.value], { urls })
    return report.ok ? ok({ markdown: reviewMarkdown(report.value), review: toJson(report.value) }) : report
  },
})

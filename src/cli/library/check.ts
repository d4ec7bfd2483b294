/** The rules as a library; its types are check-api.ts. */
import { findingsIn, summarize } from '#cli/diagnostics.ts'
import { projectOf } from '#cli/project-file.ts'
import { chosenDistributions, type OpenedSource } from '#cli/source.ts'
import type { Project } from '#core/rules/harness/project.ts'
import { rules as everyRule } from '#core/rules/index.ts'
import type * as api from './check-api.ts'
import { openedFor, orThrow } from './opened-for.ts'

/** What a team decided holds for its files, and not for a text from nowhere. */
async function decisionsFor({ file, from }: OpenedSource, source: api.Source): Promise<Project> {
  return typeof source === 'string' ? orThrow(await projectOf(from?.[0] ?? file)) : { rules: {} }
}

export const check: typeof api.check = async (source, { parameters = {}, distribution, profile } = {}) => {
  const files: api.CheckedFile[] = []
  for (const opened of await openedFor(source, parameters)) {
    const ids = orThrow(chosenDistributions(opened.document, distribution))
    const designs = findingsIn(opened, ids, await decisionsFor(opened, source)).map(({ id, found }) => ({
      id,
      diagnostics: found
        .map(({ diagnostic }) => diagnostic)
        .filter(({ profiles }) => profile === undefined || profiles.includes(profile)),
    }))
    files.push({ file: opened.file, format: opened.format.family, designs })
  }
  const all = files.flatMap(({ designs }) => designs.flatMap(({ diagnostics }) => diagnostics))
  return { files, summary: summarize(all) }
}

export const rules: typeof api.rules = everyRule.map(({ id, severity, summary, why, docs, code }) => ({
  id,
  severity,
  summary,
  why,
  docs,
  code,
}))

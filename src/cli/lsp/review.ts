/** What the text that is open changes, for the code lens: beside its last commit, and without being saved. */

import { basename, dirname } from 'node:path'
import { allOf, openRevision } from '#cli/git-source.ts'
import { reportOn, sitesIn } from '#cli/reviewed.ts'
import { failureLines } from '#cli/source.ts'
import { reviewMarkdown } from '#core/review/print/markdown.ts'
import { sourceOf } from './opened.ts'
import type { Session } from './session.ts'

/** Arguments: the text's address, a distribution's logical id, and the revision. The answer is Markdown. */
export async function reviewOf(
  session: Session,
  [uri, distribution, revision = 'HEAD']: readonly unknown[],
): Promise<string> {
  const open = session.at(String(uri))
  if (!open?.lastGood) return 'This text does not read as a design yet.'
  if (!String(uri).startsWith('file:'))
    return 'This text is no file yet, so that git knows no earlier one of it.'
  const name = basename(open.file)
  const place = { revision: String(revision), path: `./${name}` }
  const committed = allOf(await openRevision(`${revision}:${name}`, place, {}, dirname(open.file)))
  if (!committed.ok) return failureLines(committed.error).join('\n')
  const wanted = distribution === undefined ? undefined : String(distribution)
  // A distribution that is new has no earlier state under its name: all of the old ones say so.
  const before = sitesIn(committed.value, wanted)
  const olds = before.ok ? before : sitesIn(committed.value)
  const news = sitesIn([sourceOf(open.file, open.lastGood)], wanted)
  if (!olds.ok || !news.ok) return 'There is no distribution to compare.'
  const report = await reportOn([`${revision}:${name}`, name], [olds.value, news.value])
  return report.ok ? reviewMarkdown(report.value) : report.error
}

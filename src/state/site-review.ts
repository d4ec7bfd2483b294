/** Two states of a design reviewed by what only the page loads late: the rules, a sandbox, and the file to pass on. */
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isWithin, toPointer } from '#core/model/path.ts'
import { compareFindings, type FindingsChange } from '#core/review/findings.ts'
import type { ToldFinding } from '#core/review/report.ts'
import type { Problem } from '#core/rules/harness/problem.ts'
import { profilesOf } from '#core/rules/harness/profile.ts'
import { functionRunner } from './functions.ts'
import { useProblems } from './problems.ts'

const told = ({ rule, severity, message, path }: Problem): ToldFinding => ({
  rule: rule.id,
  severity,
  message,
  path: toPointer(path),
})

/** What the rules find in a design, in the profile that the page shows. */
async function problemsOf(document: DesignDocument): Promise<readonly Problem[]> {
  const [{ rules }, { findProblems }] = await Promise.all([
    import('#core/rules/index.ts'),
    import('#core/rules/harness/run.ts'),
  ])
  const { profile } = useProblems.getState()
  return findProblems(rules, { document }).filter((problem) => profilesOf(problem).includes(profile))
}

/** Which problems come with a change and which go with it. */
export async function findingsBetween(
  before: DesignDocument,
  after: DesignDocument,
): Promise<FindingsChange<ToldFinding>> {
  const [olds, news] = await Promise.all([problemsOf(before), problemsOf(after)])
  return compareFindings(olds.map(told), news.map(told))
}

/** Those of one distribution; what belongs to none stands with the first. */
const ofSite = (
  problems: readonly Problem[],
  document: DesignDocument,
  id: string,
): readonly ToldFinding[] => {
  const sites = distributionsIn(document).map((site) => site.id)
  const owner = ({ path }: Problem) =>
    sites.find((site) => isWithin(path, ['resources', site])) ?? sites[0] ?? ''
  return problems.filter((problem) => owner(problem) === id).map(told)
}

/** The whole review as one HTML file, as `frontage review --format html` writes it. */
export async function reviewFile(
  sources: { readonly before: string; readonly after: string },
  before: DesignDocument,
  after: DesignDocument,
): Promise<string> {
  const [{ pairUp }, { prove }, { sideOf }, { reviewSite }, { reviewHtml }, runner, olds, news] =
    await Promise.all([
      import('#core/review/pairs.ts'),
      import('#core/review/probes.ts'),
      import('#core/review/side.ts'),
      import('#core/review/site-review.ts'),
      import('#core/review/print/html.ts'),
      functionRunner(),
      problemsOf(before),
      problemsOf(after),
    ])
  const named = (document: DesignDocument) => distributionsIn(document).map(({ id }) => ({ document, id }))
  const { pairs, gone, added } = pairUp(named(before), named(after))
  const sites = await Promise.all(
    pairs.map(async ([old, now]) => {
      const review = reviewSite(sideOf(before, old.id), sideOf(after, now.id))
      return {
        before: old.id,
        after: now.id,
        review,
        probes: await prove(review, runner),
        findings: compareFindings(ofSite(olds, before, old.id), ofSite(news, after, now.id)),
        log: null,
      }
    }),
  )
  const names = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  return reviewHtml({ sources, sites, gone: names(gone), added: names(added), urls: {} })
}

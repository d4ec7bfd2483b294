/** Where the requests of a replay failed most. */
import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import type { ReplayReport } from '#core/replay/report/report.ts'

export interface Failing {
  readonly pattern: string
  readonly errors: number
  readonly requests: number
  /** The behavior in the design as it is now; undefined where it has gone. */
  readonly path: Path | undefined
}

/** The behavior with most errors; undefined where no request ended in one. */
export function mostFailing(
  { byBehavior, distribution }: Pick<ReplayReport, 'byBehavior' | 'distribution'>,
  document: DesignDocument,
): Failing | undefined {
  const [worst] = byBehavior.toSorted((a, b) => b.errors - a.errors)
  if (!worst || worst.errors === 0) return undefined
  const { name: pattern, errors, requests } = worst
  const site = distributionsIn(document).find(({ id }) => id === distribution)
  const own =
    site &&
    behaviorsOf(site).find(
      ({ behavior, index }) => (index === undefined ? '*' : nameOf(behavior.PathPattern)) === pattern,
    )
  return { pattern, errors, requests, path: own?.path }
}

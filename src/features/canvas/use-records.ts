import { useMemo } from 'react'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { fingerprintOf, useReplay } from '#state/replay.ts'
import { useScenarioTests } from '#state/scenario-tests.ts'
import { isOutdated, useTrace } from '#state/trace.ts'
import type { Told } from './node/data.ts'
import { recordsOf, type Sources } from './records.ts'

/** The requests of this visit, the live ones among them. */
function useSession(document: DesignDocument): Sources['session'] {
  const owner = useTrace((state) => state.distribution)
  const traced = useTrace((state) => state.traced)
  const isCurrent = useTrace(({ basis }) => !isOutdated(basis, document))
  return useMemo(
    () =>
      owner === undefined || traced.length === 0
        ? undefined
        : { owner, results: traced.map(({ result }) => result), isCurrent },
    [owner, traced, isCurrent],
  )
}

function useReplayed(document: DesignDocument): Sources['replay'] {
  const kept = useReplay((state) => state.kept)
  return useMemo(() => {
    if (!kept || kept.fingerprint !== fingerprintOf(document)) return undefined
    return { owner: kept.distribution, counts: kept.result.report.byBehavior }
  }, [kept, document])
}

function useScenarios(document: DesignDocument): Sources['scenarios'] {
  const { results, of } = useScenarioTests()
  return useMemo(() => {
    const { resources, scenarios } = document
    if (results.length === 0 || of?.resources !== resources || of.scenarios !== scenarios) return undefined
    const [first] = distributionsIn(document)
    return results.map(({ steps }, index) => ({
      owner: scenarios[index]?.distribution ?? first?.id ?? '',
      results: steps.flatMap(({ result }) => result ?? []),
    }))
  }, [results, of, document])
}

const nothing: ReadonlyMap<string, Told> = new Map()

/** What the rows say of requests: derived from whatever has been traced, replayed or run, and never kept. */
export function useRecords(document: DesignDocument): ReadonlyMap<string, Told> {
  const session = useSession(document)
  const replay = useReplayed(document)
  const scenarios = useScenarios(document)
  return useMemo(
    () =>
      session || replay || scenarios
        ? recordsOf(document, {
            ...(session && { session }),
            ...(replay && { replay }),
            ...(scenarios && { scenarios }),
          })
        : nothing,
    [document, session, replay, scenarios],
  )
}

/** CloudWatch's figures of the distributions that the plan found in the account. */
import { create } from 'zustand'
import type { LogicalId } from '#core/model/document.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import type { LiveMetrics } from '#core/plan/live-metrics.ts'
import { account } from './account.ts'
import { useDeployment } from './deployment.ts'

interface Figures {
  readonly hours: number
  readonly metrics: ReadonlyMap<LogicalId, LiveMetrics>
  readonly isBusy: boolean
  readonly failure: string | undefined
}
const empty: Figures = { hours: 24, metrics: new Map(), isBusy: false, failure: undefined }
export const useLiveMetrics = create<Figures>()(() => empty)

/** Reads the figures of these distributions of the design anew. */
export async function readMetrics(resources: readonly LogicalId[], hours: number): Promise<void> {
  const { live } = useDeployment.getState()
  useLiveMetrics.setState({ ...empty, hours, isBusy: true })
  try {
    const { metrics } = await account()
    const found = await Promise.all(
      resources.map(
        async (id): Promise<readonly [LogicalId, LiveMetrics]> => [
          id,
          await metrics(live[id]?.physicalId ?? '', hours),
        ],
      ),
    )
    // Another design was opened, or the plan was dropped: these are nobody's figures now.
    if (useDeployment.getState().live === live) useLiveMetrics.setState({ metrics: new Map(found) })
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    useLiveMetrics.setState({ failure: error.message })
  } finally {
    useLiveMetrics.setState({ isBusy: false })
  }
}

/** Figures belong to what the plan read of the account; with that they go. */
export const watchMetrics = (): (() => void) =>
  useDeployment.subscribe((now, before) => {
    if (now.plan === undefined && before.plan !== undefined) useLiveMetrics.setState(empty)
  })

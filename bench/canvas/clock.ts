import type { Page } from '@playwright/test'

/** Milliseconds of processor time that the page's main thread has taken so far. */
export type Clock = () => Promise<number>

export async function clockOf(page: Page): Promise<Clock> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
}

const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
  Number.NaN
export const p95 = (values: readonly number[]) => percentile(values, 0.95)
export const median = (values: readonly number[]) => percentile(values, 0.5)

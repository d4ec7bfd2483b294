/** Counts by time in wider steps: as many as there is room for, or as a line that is read needs. */
import { type Count, emptyCount, type TimeGroup } from './counts.ts'

const countNames = Object.keys(emptyCount()) as (keyof Count)[] // it holds nothing but the counts

/** Neighbors of a long axis added up, so that at most so many are left. */
export const coarser = (groups: readonly TimeGroup[], most: number): readonly TimeGroup[] =>
  inSteps(groups, Math.ceil(groups.length / most))

function inSteps(groups: readonly TimeGroup[], together: number): readonly TimeGroup[] {
  if (together <= 1) return groups
  return Array.from({ length: Math.ceil(groups.length / together) }, (_, at) => {
    const some = groups.slice(at * together, (at + 1) * together)
    const sum: TimeGroup = { start: some[0]?.start ?? 0, ...emptyCount() }
    for (const group of some) for (const name of countNames) sum[name] += group[name]
    return sum
  })
}

/** Points that a line of a window's width shows apart, and that a short log still has. */
const [mostPoints, fewestPoints] = [160, 12]
/** With fewer requests in a step its counts jump between neighbors, and the line says nothing. */
const requestsInStep = 20

/** Minutes that people count in. */
const roundSteps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440]

/** Minutes as steps in which a line shows how a count goes and not that requests are whole. */
export function inReadableSteps(groups: readonly TimeGroup[]): readonly TimeGroup[] {
  const requests = groups.reduce((sum, group) => sum + group.requests, 0)
  const steps = Math.round(requests / requestsInStep)
  const together = groups.length / Math.max(fewestPoints, Math.min(mostPoints, steps))
  return inSteps(groups, roundSteps.find((minutes) => minutes >= together) ?? Math.ceil(together))
}

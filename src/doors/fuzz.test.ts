/** Every door, by turns: chance damages what passes there. A crash that was ever found is a case of `crashes.ts`. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crashes } from './crashes.ts'
import { damaged } from './damage.ts'
import { bytesOf } from './door.ts'
import { doors } from './index.ts'

/** Seconds for all doors together; without them, a few runs of each. `FUZZ_SEED` looks elsewhere than CI does. */
const seconds = Number(process.env['FUZZ_SECONDS'] ?? 0)
const seed = Number(process.env['FUZZ_SEED'] ?? 42)
const only = process.env['FUZZ_DOOR'] ?? ''
const chosen = doors.filter(({ name }) => name.includes(only))
const share = (seconds * 1000) / chosen.length

/** Milliseconds of this process's own work: the machine may have other things to do. */
const work = () => process.cpuUsage().user / 1000
const mostWork = 2000

test.each(chosen)(
  `$name: no damage breaks it (seed ${seed})`,
  async ({ name, passing, enter }) => {
    let runs = 0
    let slowest = 0
    await fc.assert(
      fc.asyncProperty(damaged(passing), async (bytes) => {
        const before = work()
        await enter(bytes)
        runs += 1
        slowest = Math.max(slowest, work() - before)
        if (slowest > mostWork) throw new Error(`It took ${Math.round(slowest)} ms of work.`)
      }),
      seconds > 0
        ? { numRuns: 10_000_000, seed, interruptAfterTimeLimit: share, markInterruptAsFailure: false }
        : { numRuns: 15, seed },
    )
    if (seconds > 0)
      console.info(`${name}: ${runs} runs, the slowest ${Math.round(slowest)} ms, seed ${seed}`)
    expect(process.memoryUsage().heapUsed).toBeLessThan(1500 * 1024 * 1024)
  },
  (seconds + 120) * 1000,
)

test('what passes a door passes it undamaged', async () => {
  for (const { passing, enter } of doors) for (const one of passing) await enter(bytesOf(one))
})

test.each(crashes)('$what, at the door of $door, is no crash any more', async ({ door, bytes }) => {
  const one = doors.find(({ name }) => name === door)
  expect(one).toBeDefined()
  await one?.enter(bytesOf(bytes))
})

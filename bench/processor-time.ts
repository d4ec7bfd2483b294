/** Processor time, user and system, of all threads: what others do on the machine meanwhile hardly changes it. */
import { execFileSync } from 'node:child_process'

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Milliseconds that a program took; the shell's `times` tells them of its children, so that this needs a POSIX shell. */
function costOf(program: string, args: readonly string[]): number {
  const quoted = [program, ...args].map((word) => `'${word}'`).join(' ')
  const told = execFileSync('sh', ['-c', `${quoted} >/dev/null 2>&1; times`], { encoding: 'utf8' })
  const [, children = ''] = told.trim().split('\n')
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  )
}

/** The median of some calls of a program, after one that is not counted. */
export function medianCost(program: string, args: readonly string[], count = 9): number {
  costOf(program, args)
  return middle(Array.from({ length: count }, () => costOf(program, args)))
}

const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Microseconds of one call: the median of five rounds, after one that is not counted. */
export async function medianRun(times: number, call: () => unknown): Promise<number> {
  const rounds: number[] = []
  for (let round = 0; round <= 5; round += 1) {
    const began = spent()
    for (let at = 0; at < times; at += 1) await call()
    if (round > 0) rounds.push((spent() - began) / times)
  }
  return middle(rounds)
}

import { InvalidArgumentError } from 'commander'
import { mostHours } from '#core/plan/live-metrics.ts'
import { type AddCommand, awsProfile, endpoint, format } from './options.ts'

/** Reads `90m`, `3h` or `7d` as hours. */
function hours(text: string): number {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)([mhd])$/.exec(text) ?? []
  const value = Number(digits) * ({ m: 1 / 60, h: 1, d: 24 }[unit] ?? 0)
  if (!(value > 0) || value > mostHours)
    throw new InvalidArgumentError(`Write it like 90m, 24h or 7d, at most ${mostHours / 24}d.`)
  return value
}

export const addMetrics: AddCommand = (frontage, finish) => {
  frontage
    .command('metrics <id>')
    .description('what CloudWatch says of a live distribution: requests, bytes, errors, hit rate, latency')
    .option('--last <span>', 'how far back: 90m, 24h, 7d', hours, 24)
    .addOption(endpoint())
    .addOption(awsProfile())
    .addOption(format('text', 'json'))
    .action(async (id, options) => {
      const { metrics } = await import('#cli/metrics.ts')
      finish(await metrics(id, options))
    })
}

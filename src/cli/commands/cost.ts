import { InvalidArgumentError } from 'commander'
import { priceRegions } from '#core/money/regions.ts'
import { type AddCommand, addBucketOptions, collect, distribution, format, parameter } from './options.ts'

const thousands: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, b: 1e9 }
/** The bill counts binary gigabytes. */
const binary: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 1024,
  mb: 1024 ** 2,
  gb: 1024 ** 3,
  tb: 1024 ** 4,
}

/** Reads a number that may end in a unit: `12M`, `50TB`. */
const amount =
  (units: Readonly<Record<string, number>>, example: string) =>
  (text: string): number => {
    const [, digits = '', unit = ''] = /^([\d.,_]+(?:e\d+)?)\s*([a-z]*)$/i.exec(text.trim()) ?? []
    const value = Number(digits.replaceAll(/[,_]/g, '')) * (units[unit.toLowerCase()] ?? Number.NaN)
    if (digits === '' || !Number.isFinite(value)) throw new InvalidArgumentError(`Write it like ${example}.`)
    return value
  }

function percent(text: string): number {
  const value = Number(text.replace(/%$/, ''))
  if (!(value >= 0 && value <= 100))
    throw new InvalidArgumentError('A share is a number of percent from 0 to 100.')
  return value / 100
}

/** Reads `NAME=PERCENT`. */
function share(text: string, before: Readonly<Record<string, number>>): Record<string, number> {
  const equals = text.lastIndexOf('=')
  if (equals <= 0) throw new InvalidArgumentError('Write it as NAME=PERCENT.')
  return { ...before, [text.slice(0, equals)]: percent(text.slice(equals + 1)) }
}

function regionShare(text: string, before: Readonly<Record<string, number>>): Record<string, number> {
  const shares = share(text, before)
  const unknown = Object.keys(shares).find((name) => !(priceRegions as readonly string[]).includes(name))
  if (unknown !== undefined)
    throw new InvalidArgumentError(
      `There is no billing region “${unknown}”; they are ${priceRegions.join(', ')}.`,
    )
  return shares
}

const milliseconds = (text: string): number => {
  const value = Number(text)
  if (!(value > 0)) throw new InvalidArgumentError('Milliseconds are a number above 0.')
  return value
}

export const addCost: AddCommand = (frontage, finish) => {
  addBucketOptions(frontage.command('cost <source>'))
    .description("a month's bill at list prices, beside the flat-rate plans")
    .option(
      '--log <file>',
      'a log file, a folder of them or s3://bucket/prefix; may be repeated',
      collect,
      [],
    )
    .option('--fields <names>', "the log's fields in their order, by spaces, where it has no header")
    .option('--requests <count>', "a month's requests: 120M", amount(thousands, '120M'))
    .option('--bytes <count>', "a month's bytes to viewers: 40TB", amount(binary, '40TB'))
    .option('--gb <count>', 'the same in gigabytes', amount({ '': 1024 ** 3 }, '512'))
    .option('--uploads <count>', "a month's bytes to origins", amount(binary, '20GB'))
    .option('--invalidate-paths <count>', "a month's invalidated paths", amount(thousands, '5000'))
    .option('--hit-ratio <percent>', 'requests that caches answer', percent)
    .option('--http <percent>', 'requests without TLS', percent)
    .option(
      '--from <region=percent>',
      `where viewers are: ${priceRegions.join(', ')}; may be repeated`,
      regionShare,
    )
    .option('--share <pattern=percent>', "a behavior's share of the requests; may be repeated", share)
    .option('--tenants <count>', "the account's distribution tenants", amount(thousands, '250'))
    .option('--lambda-ms <milliseconds>', 'how long a Lambda@Edge run takes; 50 unless said', milliseconds)
    .option('--savings-bundle', 'with a CloudFront savings bundle for all of it', false)
    .option(
      '--agreed-discount <percent>',
      'what AWS takes off CloudFront by agreement, for reserved capacity',
      percent,
    )
    .option('--shield-advanced', 'under AWS Shield Advanced', false)
    .option('--no-free-tier', "without the account's always-free tier")
    .addOption(format('text', 'json'))
    .addOption(parameter())
    .addOption(distribution())
    .action(async (source, { param, ...options }) => {
      const { cost } = await import('#cli/cost.ts')
      finish(await cost(source, { ...options, parameters: param }))
    })
}

/** What a replay rests on besides the log: said in the report, so that nobody takes a guess for a measurement. */

import { assumedAcceptEncoding } from '#core/replay/read/line-request.ts'
import type { Assumption } from '#core/replay/report/report.ts'
import type { Summary } from '#core/replay/report/summary.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import { dependenceOf } from './dependence.ts'
import type { LearnedLifetime } from './learn.ts'
import type { LifetimeRule } from './lifetimes.ts'

const list = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')

export interface AssumptionContext {
  readonly distribution: CompiledDistribution
  readonly learned: readonly LearnedLifetime[]
  readonly rules: readonly LifetimeRule[]
  readonly wasSurveyed: boolean
  readonly hasRunner: boolean
  readonly formats: ReadonlySet<string>
}

function lifetimes({ rules, learned, wasSurveyed }: AssumptionContext): Assumption[] {
  const rest =
    'Elsewhere origins are taken to send no Cache-Control, so that the default TTL of each behavior decides.'
  return [
    ...rules.map(({ pattern, cacheControl }) => ({
      about: 'Cache-Control',
      assumed: `Origins answer paths that match “${pattern}” with “${cacheControl}”, as a rule says.`,
    })),
    ...learned.map(({ pattern, contentType, maxAge, agrees, disagrees }) => ({
      about: 'Cache-Control',
      assumed: `For “${pattern}”, origins give ${contentType || 'content without a type'} a max-age of ${maxAge} s: ${agrees} logged hits and revalidations agree with it and ${disagrees} do not.`,
      requests: agrees + disagrees,
    })),
    {
      about: 'Cache-Control',
      assumed:
        wasSurveyed && learned.length === 0
          ? 'The log shows no lifetimes other than the default TTLs, so origins are taken to send no Cache-Control.'
          : rest,
    },
  ]
}

function missingHeaders(distribution: CompiledDistribution): Assumption[] {
  const asked = new Map<string, string[]>()
  for (const behavior of distribution.behaviors)
    for (const name of dependenceOf(distribution, behavior).headers)
      if (name !== '*') asked.set(name, [...(asked.get(name) ?? []), behavior.pattern])
  return [...asked].map(([name, patterns]) => ({
    about: 'Request headers',
    assumed: `The design looks at “${name}” in ${list(patterns)}, which standard logs do not hold; where the log has none, viewers are taken to send none.`,
  }))
}

/** Every assumption behind a finished replay. */
export function assumptionsOf(
  { guesses, foreignHosts: hosts }: Summary,
  context: AssumptionContext,
): Assumption[] {
  const { distribution } = context
  const usesEncoding = distribution.behaviors.some(({ key }) => key.gzip || key.brotli)
  const usesCountry =
    distribution.geo.type !== 'none' ||
    distribution.behaviors.some((behavior) => dependenceOf(distribution, behavior).country)
  return [
    ...lifetimes(context),
    {
      about: 'Objects',
      assumed:
        'Objects do not change while the log lasts and carry a validator, so an expired one is confirmed with a 304. Their sizes are those that the log shows.',
    },
    ...(usesEncoding && !context.formats.has('real-time log')
      ? [
          {
            about: 'Accept-Encoding',
            assumed: `Where the log has no Accept-Encoding, viewers are taken to send “${assumedAcceptEncoding}”.`,
          },
        ]
      : []),
    ...missingHeaders(distribution),
    ...(usesCountry
      ? [
          {
            about: 'Country',
            assumed:
              'Where the log has no country, a viewer is taken to be in the country of the point of presence.',
          },
        ]
      : []),
    ...(hosts.length > 0
      ? [
          {
            about: 'Host',
            assumed: `The log has requests for ${list(hosts.slice(0, 5))}${hosts.length > 5 ? ` and ${hosts.length - 5} more` : ''}, which the design does not name; since CloudFront served them, they count as alternate domain names. If none of them is yours, this is the log of another distribution.`,
          },
        ]
      : []),
    ...(guesses > 0
      ? [
          {
            about: 'Origin answers',
            assumed:
              'CloudFront answered these requests by itself when they were logged, and this design asks an origin, which is taken to answer 200.',
            requests: guesses,
          },
        ]
      : []),
    ...(context.formats.has('URL list')
      ? [
          {
            about: 'Time',
            assumed: 'A list of URLs has no times: its requests come one second apart, all at one place.',
          },
        ]
      : []),
    ...(context.formats.has('real-time log')
      ? [
          {
            about: 'Sampling',
            assumed:
              'Real-time logs hold the share of requests that their sampling rate lets through. At less than 100 % counts and cost are those of that share, and caches look colder than they are.',
          },
        ]
      : []),
    ...(!context.hasRunner &&
    distribution.behaviors.some(({ functions }) => Object.keys(functions).length > 0)
      ? [{ about: 'Edge functions', assumed: 'There is no sandbox here, so edge functions are left out.' }]
      : []),
    {
      about: 'Cache capacity',
      assumed:
        'Caches hold everything until it expires. CloudFront may drop what is seldom asked for, so real hit ratios of rare objects are lower.',
    },
  ]
}

/** A month out of two figures: how many requests, and how many bytes. */
import type { BehaviorFacts, MoneyFacts } from './facts.ts'
import { type PriceRegion, regionNames } from './regions.ts'
import type { Usage, UsageCell } from './usage.ts'

export interface Guess {
  readonly requests: number
  readonly bytes: number
  /** Bytes that viewers send and that go on to origins. */
  readonly uploads?: number
  readonly invalidationPaths?: number
  /** The share of requests that caches answer, from 0 to 1; none unless said. */
  readonly hitRatio?: number
  /** The share of requests without TLS; none unless said. */
  readonly httpShare?: number
  /** Shares of the regions that viewers are in; all are in the United States unless said. */
  readonly regions?: Readonly<Partial<Record<PriceRegion, number>>>
  /** Shares of behaviors by their path pattern; the others share the rest evenly. */
  readonly behaviors?: Readonly<Record<string, number>>
}

/** The share of each behavior: what was said, and an equal part of the rest. */
export function sharesOf(
  facts: MoneyFacts,
  told: Readonly<Record<string, number>> = {},
): Map<string, number> {
  const patterns = facts.behaviors.map(({ pattern }) => pattern)
  const share = (pattern: string) => (Object.hasOwn(told, pattern) ? told[pattern] : undefined)
  const said = patterns.reduce((sum, pattern) => sum + (share(pattern) ?? 0), 0)
  const others = patterns.filter((pattern) => share(pattern) === undefined)
  const rest = others.length === 0 ? 0 : Math.max(0, 1 - said) / others.length
  return new Map(patterns.map((pattern) => [pattern, share(pattern) ?? rest]))
}

function cellOf(behavior: BehaviorFacts, region: PriceRegion, share: number, guess: Guess): UsageCell {
  const { requests, bytes, uploads = 0, hitRatio = 0, httpShare = 0 } = guess
  const asked = requests * share
  const missed = asked * (1 - hitRatio)
  return {
    behavior: behavior.pattern,
    target: behavior.target,
    region,
    http: asked * httpShare,
    https: asked * (1 - httpShare),
    bytes: bytes * share,
    uploads: uploads * share,
    shielded: behavior.shieldRegion === null ? 0 : missed,
    cloudFrontRuns: asked * behavior.functions,
    storeReads: asked * behavior.storeFunctions,
    lambdaRuns: asked * behavior.viewerLambdas + missed * behavior.originLambdas,
    encrypted: behavior.encrypts ? asked : 0,
    recorded: asked * behavior.recordedShare,
  }
}

const isTold = (guess: Guess, name: keyof Guess) => guess[name] !== undefined

function assumptionsOf({ behaviors }: MoneyFacts, guess: Guess): string[] {
  const some = (holds: (behavior: BehaviorFacts) => boolean) => behaviors.some(holds)
  const asksCaches = some(({ shieldRegion, originLambdas }) => shieldRegion !== null || originLambdas > 0)
  return [
    ...(isTold(guess, 'regions') ? [] : [`All viewers are in ${regionNames.US} (--from says otherwise).`]),
    ...(isTold(guess, 'httpShare') ? [] : ['All requests are HTTPS (--http says otherwise).']),
    ...(behaviors.length > 1 && !isTold(guess, 'behaviors')
      ? ['The behaviors share the requests evenly (--share says otherwise).']
      : []),
    ...(asksCaches && !isTold(guess, 'hitRatio')
      ? ['No request is answered by a cache, which is the dearest case (--hit-ratio says otherwise).']
      : []),
    ...(some(({ encrypts }) => encrypts)
      ? ['Every request of a behavior with field-level encryption is encrypted, which is the dearest case.']
      : []),
    ...(some(({ storeFunctions }) => storeFunctions > 0)
      ? ['A function reads its key value store once in each run.']
      : []),
  ]
}

export function usageOfGuess(facts: MoneyFacts, guess: Guess): Usage {
  const shares = sharesOf(facts, guess.behaviors)
  const regions = Object.entries(guess.regions ?? { US: 1 }) as [PriceRegion, number][]
  return {
    cells: facts.behaviors.flatMap((behavior) =>
      regions.map(([region, share]) =>
        cellOf(behavior, region, share * (shares.get(behavior.pattern) ?? 0), guess),
      ),
    ),
    invalidationPaths: guess.invalidationPaths ?? 0,
    factor: null,
    assumptions: guess.requests === 0 && guess.bytes === 0 ? [] : assumptionsOf(facts, guess),
  }
}

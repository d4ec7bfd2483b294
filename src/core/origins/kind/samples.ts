/** Names that new origins begin with: they say what to write, and no server answers to them. */
import { originKinds } from '#core/origins/index.ts'

/** What an origin has of which nothing is known, and one in a private subnet. */
export const sampleHost = 'origin.example.com'
export const samplePrivateHost = 'internal.example.com'

const samples = new Set<unknown>([
  sampleHost,
  samplePrivateHost,
  ...originKinds.map(({ preset }) => preset?.origin.DomainName ?? sampleHost),
])

/** True as long as nobody has written where an origin is. */
export const isSampleHost = (host: unknown): boolean => samples.has(host)

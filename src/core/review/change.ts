/** What a review says of one setting: the words of the command's contract, and why a machine may refuse the change. */
import type { OriginRule } from '#core/model/scenario.ts'

/** What a change is about, in the order in which a request meets it. */
export const whats = [
  'origin',
  'protocol',
  'methods',
  'cache-key',
  'ttl',
  'origin-request',
  'response',
  'access',
  'functions',
  'compression',
  'errors',
] as const
export type What = (typeof whats)[number]

export const severities = ['danger', 'change', 'note'] as const
export type Severity = (typeof severities)[number]

/** Reasons to stop a change. */
export const kinds = {
  outage: 'requests that were served are refused or fail',
  public: 'something that was kept from viewers, or encrypted on its way, no longer is',
  shared: 'viewers may get an answer that was made for somebody else',
  cold: 'stored objects have to be fetched anew',
  cost: 'more requests or bytes to pay for',
  routing: 'paths go to another origin',
} as const
export type Kind = keyof typeof kinds

/** A request that shows the change, as far as one can; the path is that of the class. */
export interface Demonstration {
  readonly method?: string
  /** Another path than the witness, tried where it belongs to the same class. */
  readonly path?: string
  readonly protocol?: 'http'
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: string
  /** How every origin answers, where it is not a plain page. */
  readonly answers?: OriginRule
  readonly viewer?: Readonly<Record<string, string>>
}

/** A viewer of whom CloudFront derives every header of its own. */
const told = {
  country: 'DE',
  region: 'BE',
  regionName: 'Berlin',
  city: 'Berlin',
  postalCode: '10115',
  timeZone: 'Europe/Berlin',
  latitude: '52.5',
  longitude: '13.4',
  metroCode: '1',
  asn: '64496',
  ja3: '1',
  ja4: '1',
}

/** A request that has this header: the viewer sends it, or CloudFront derives it of the viewer. */
export const carryingHeader = (name: string, value = '1'): Demonstration =>
  name.startsWith('cloudfront-') ? { viewer: told } : { headers: { [name]: value } }

/** A change as an aspect finds it. */
export interface Difference {
  readonly before: string
  readonly after: string
  readonly severity: Severity
  /** Whole sentences. */
  readonly text: string
  readonly kinds?: readonly Kind[]
  /** The setting behind it, where it is another than the aspect's usual one; a pointer. */
  readonly setting?: string
  readonly shownBy?: readonly Demonstration[]
  /** A unified diff of code. */
  readonly diff?: string
}

export interface Change {
  readonly what: What
  readonly before: string
  readonly after: string
  readonly severity: Severity
  readonly text: string
  /** A pointer into the new design's configuration, or into the old one's where the new has no such thing. */
  readonly setting: string
  readonly kinds: readonly Kind[]
  readonly shownBy: readonly Demonstration[]
  readonly diff?: string
}

const gravity = (change: Change): number =>
  severities.indexOf(change.severity) * 100 + whats.indexOf(change.what)

/** The most dangerous first. */
export const byGravity = (changes: readonly Change[]): Change[] =>
  changes.toSorted((a, b) => gravity(a) - gravity(b))

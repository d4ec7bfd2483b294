/** Why an answer is not what the design makes of it, in one sentence. */
import type { RequestResult, TraceEvent } from '#core/model/scenario.ts'
import { firstOf, type RealAnswer } from './answer.ts'

export interface Because {
  readonly because: string
  readonly settings: readonly string[]
}

/** The steps of the story that set a field of the response, the last first. */
const stepsFor = ({ events }: RequestResult, field: string): TraceEvent[] =>
  events
    .filter(({ changes }) =>
      (changes ?? []).some((change) => change.message === 'response' && change.field === field),
    )
    .reverse()

const lastSetting = (pointer: string) => pointer.split('/').at(-1) ?? pointer
const namesOf = (pointers: readonly string[]) =>
  [...new Set(pointers.map(lastSetting))].map((name) => `“${name}”`).join(' and ')

function fromStep({ title, because = [] }: TraceEvent): Because {
  const settings = because.length === 0 ? 'a setting' : namesOf(because)
  return {
    because: `By the design, ${settings} decides this (${title}); it is not deployed as designed.`,
    settings: because,
  }
}

/** The settings that a kind of step rests on, by the stage that tells it. */
const settingsOf = ({ events }: RequestResult, stages: readonly string[]): string[] => [
  ...new Set(events.filter(({ stage }) => stages.includes(stage)).flatMap(({ because = [] }) => because)),
]

const isOwnError = ({ isOwnPage }: RealAnswer) => isOwnPage

const ofBehavior = ({ behavior }: RequestResult) => `the behavior “${behavior ?? '*'}”`

/** A status that CloudFront itself gives, at the endpoint or by the design. */
function ofStatus(expected: RequestResult, actual: RealAnswer): Because {
  const settings = settingsOf(expected, [
    'viewer-protocol-policy',
    'allowed-methods',
    'signed-request',
    'geo-restriction',
    'web-acl',
    'custom-error-response',
    'viewer-request-function',
  ])
  const answered = `the endpoint answered ${actual.status}`
  if (expected.resultType === 'Redirect')
    return {
      because: `The design redirects to HTTPS here (ViewerProtocolPolicy of ${ofBehavior(expected)}), and ${answered}.`,
      settings,
    }
  if (expected.servedBy === 'function')
    return {
      because: `By the design a function answers ${expected.status}, and ${answered}: the function is not deployed, or another version of it.`,
      settings,
    }
  if (expected.servedBy === 'edge-generated')
    return {
      because: `By the design CloudFront itself answers ${expected.status} (${settings.length > 0 ? namesOf(settings) : 'it refuses the request'}), and ${answered}: that setting of ${ofBehavior(expected)} is not deployed.`,
      settings,
    }
  if ([502, 503, 504].includes(actual.status) && isOwnError(actual))
    return {
      because: `CloudFront could not get an answer from the origin of ${ofBehavior(expected)} (${actual.status}).`,
      settings,
    }
  if (isOwnError(actual))
    return {
      because: `CloudFront itself refused the request (${actual.status}), which nothing of the design does for ${ofBehavior(expected)}.`,
      settings,
    }
  if (expected.originRequests.length > 0)
    return {
      because: `The origin is taken to answer ${expected.status}, and ${answered}: the origin is another, or answers otherwise than assumed.`,
      settings,
    }
  return { because: `The design answers ${expected.status}, and ${answered}.`, settings }
}

function ofXCache(expected: RequestResult, actual: RealAnswer): Because {
  const theirs = firstOf(actual, 'x-cache')
  const settings = settingsOf(expected, ['cache-key', 'cache-store'])
  if (theirs === null)
    return {
      because:
        'CloudFront says X-Cache with every answer; this one came from another server, or something in front took it away.',
      settings: [],
    }
  const mine = expected.xCache ?? ''
  if (/hit/i.test(mine) && /miss/i.test(theirs))
    return {
      because: `By the design the object is in the cache (${ofBehavior(expected)}), and the endpoint asked its origin again: its cache policy has another key or lifetime, or is not deployed.`,
      settings,
    }
  if (/miss/i.test(mine) && /hit/i.test(theirs))
    return {
      because: `By the design the origin is asked (${ofBehavior(expected)}), and the endpoint answered from a cache: it caches what the design does not, or by a key with less in it.`,
      settings,
    }
  return {
    because: `The design and the endpoint tell another story of who answered (${ofBehavior(expected)}).`,
    settings,
  }
}

export function becauseOf(field: string, expected: RequestResult, actual: RealAnswer): Because {
  if (field === 'status') return ofStatus(expected, actual)
  if (field === 'xCache') return ofXCache(expected, actual)
  if (field === 'header age')
    return {
      because: 'CloudFront says with every hit how old the object is (Age); something in front took it away.',
      settings: [],
    }
  const [step] = stepsFor(expected, field)
  if (step && expected.servedBy !== 'origin') return fromStep(step)
  if (step && (step.because ?? []).length > 0) return fromStep(step)
  const name = field.replace(/^header /, '')
  if (name === 'location') return { because: 'The design leads to another place.', settings: [] }
  return {
    because: `“${name}” is no header of the design's; the origin sends it, or a setting of the endpoint that the design does not have.`,
    settings: [],
  }
}

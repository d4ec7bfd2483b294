/** What AWS answers, said so that a person knows what to do. Messages never carry what was sent. */
import { DriverFailure, StillInUse } from '#core/plan/driver.ts'

const wrongClock = 'The clock of this machine is minutes off; set it, and try again.'
/** AWS compares the time in a signature with its own. */
const tellsOfClock = /^Signature (expired|not yet current)/

/** The first that fits is told. */
const remedies: readonly (readonly [name: RegExp, remedy: string])[] = [
  [
    /^(PreconditionFailed|InvalidIfMatchVersion)/,
    'It was changed since it was read; plan again to see both.',
  ],
  [
    /^(AccessDenied|UnauthorizedOperation|NotAuthorized)/,
    'The credentials may not do this; grant the operation or use another profile.',
  ],
  [/^(ExpiredToken|TokenRefreshRequired)/, 'The credentials have expired; sign in again.'],
  [
    /^RequestExpired/,
    'The credentials have expired, or the clock of this machine is minutes off; sign in again, or set the clock.',
  ],
  [/^(RequestTimeTooSkewed|RequestInTheFuture)/, wrongClock],
  [
    /^(InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|InvalidSignature|MissingAuthenticationToken)/,
    'The credentials are not those of an AWS account; sign in again or use another profile.',
  ],
  [/^ProxyRefused/, 'Reload the page; the server was started anew.'],
  [/^ProxyFailure/, 'Check the endpoint and the network.'],
  [
    /^(Throttling|TooManyRequests|RequestLimitExceeded|SlowDown)/,
    'AWS limits how often this may be asked; try again in a minute.',
  ],
  [/^TooMany/, 'The account is at its quota; remove some, or ask AWS for more.'],
  [/AlreadyExists$/, 'Another resource of the account has this name; rename one of them.'],
]

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'Error')
const statusOf = (error: unknown): number | undefined =>
  // The SDK puts what it knows of the answer there.
  (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode

/** True where AWS says that the thing does not exist; some emulators say it with a status alone. */
export const isAbsent = (error: unknown): boolean =>
  /^(NoSuch|EntityNotFound)/.test(nameOf(error)) || (nameOf(error) === 'NotFound' && statusOf(error) === 404)

const isNetwork = (error: unknown): boolean =>
  nameOf(error) === 'TypeError' ||
  nameOf(error) === 'TimeoutError' ||
  nameOf(error) === 'AbortError' ||
  /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|socket hang up|fetch failed|NetworkError|Failed to fetch/i.test(
    error instanceof Error ? error.message : '',
  )

/** True where nothing answered at all. */
export const isUnanswered = (error: unknown): boolean => statusOf(error) === undefined && isNetwork(error)

/** Names of ours are said by the server of the page, before AWS is asked. */
function saidBy(name: string, message: string): string {
  if (name.startsWith('Proxy')) return message
  return `AWS answers ${name}${message && message !== name ? `, “${message.replace(/\.$/, '')}”` : ''}.`
}

/** An error of the SDK as one sentence about the thing it concerns. */
export function toFailure(error: unknown, doing: string): DriverFailure {
  const name = nameOf(error)
  if (error instanceof DriverFailure) return error
  const status = statusOf(error)
  if (isUnanswered(error))
    return new DriverFailure(
      `${doing}: the CloudFront API does not answer. Check the endpoint and the network.`,
    )
  const message = error instanceof Error ? error.message : ''
  // It is the SDK that says so, before AWS is asked.
  if (/^(CredentialsProviderError|TokenProviderError)/.test(name))
    return new DriverFailure(
      `${doing}: there are no credentials that can be used (${message}). Sign in, or choose another profile.`,
    )
  if (/XML parse error|Deserialization error/.test(message))
    return new DriverFailure(
      `${doing}: what answers (status ${status ?? 'unknown'}) is not the CloudFront API. Check the endpoint.`,
    )
  if (status !== undefined && status >= 500 && name !== 'ProxyFailure')
    return new DriverFailure(
      `${doing}: AWS answers ${status}, a fault on its side, after several tries. Try again in a minute; what was done stays.`,
    )
  const remedy = tellsOfClock.test(message)
    ? wrongClock
    : (remedies.find(([pattern]) => pattern.test(name))?.[1] ?? '')
  const isRefusal = status !== undefined && status >= 400 && status < 500
  return new DriverFailure(`${doing}: ${saidBy(name, message)} ${remedy}`.trim(), { isRefusal })
}

/** Runs a call of the SDK; its errors become failures that name what was being done. */
export async function attempt<T>(doing: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw toFailure(error, doing)
  }
}

/** The same, where "there is none" is an answer. */
export async function unlessAbsent<T>(doing: string, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call()
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw toFailure(error, doing)
  }
}

/** A deletion: what is gone already is done, and what something else needs stays. */
export async function deletion(what: string, call: () => Promise<unknown>): Promise<void> {
  try {
    await call()
  } catch (error) {
    if (isAbsent(error)) return
    // CachePolicyInUse, ResourceInUse, CannotDeleteEntityWhileInUse and their like.
    if (/InUse$/.test(nameOf(error)))
      throw new StillInUse(`${what} stays: something else in the account uses it.`)
    throw toFailure(error, `Deleting ${what}`)
  }
}

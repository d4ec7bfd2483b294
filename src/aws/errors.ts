/** What AWS answers, said so that a person knows what to do. Messages never carry what was sent. */
import { DriverFailure } from '#core/plan/apply.ts'

const remedies: Readonly<Record<string, string>> = {
  PreconditionFailed: 'It was changed since it was read; plan again to see both.',
  InvalidIfMatchVersion: 'It was changed since it was read; plan again to see both.',
  AccessDenied: 'The credentials may not do this; grant the operation or use another profile.',
  ExpiredToken: 'The credentials have expired; sign in again.',
  ProxyRefused: 'Reload the page; the server was started anew.',
  ProxyFailure: 'Check the endpoint and the network.',
  Throttling: 'AWS limits how often this may be asked; try again in a minute.',
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'Error')

/** True where AWS says that the thing does not exist. */
export const isAbsent = (error: unknown): boolean =>
  nameOf(error).startsWith('NoSuch') || nameOf(error) === 'EntityNotFound'

/** An error of the SDK as one sentence about the thing it concerns. */
export function toFailure(error: unknown, doing: string): DriverFailure {
  const name = nameOf(error)
  const message = error instanceof Error ? error.message : ''
  const isNetwork =
    name === 'TypeError' || name === 'TimeoutError' || /ECONNREFUSED|fetch failed|NetworkError/i.test(message)
  if (isNetwork)
    return new DriverFailure(
      `${doing}: the CloudFront API does not answer. Check the endpoint and the network.`,
    )
  const remedy = Object.entries(remedies).find(([code]) => name.startsWith(code))?.[1] ?? ''
  return new DriverFailure(
    `${doing}: AWS answers ${name}${message && message !== name ? `, “${message}”` : ''}. ${remedy}`.trim(),
  )
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

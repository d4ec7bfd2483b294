import { CloudFront } from '@aws-sdk/client-cloudfront'
import { DriverFailure } from '#core/plan/driver.ts'
import { isUnanswered } from './errors.ts'

/** Said where the page's own server has gone. */
export const serverGone =
  'The server that served this page does not answer; start it again and reload the page.'

export interface NodeAccount {
  readonly endpoint?: string | undefined
  /** A profile of the machine's AWS configuration; the usual chain without one. */
  readonly profile?: string | undefined
  /** Milliseconds for one answer; an endpoint that is down is told, not waited for. */
  readonly patience?: number
  /** How often a request is sent that AWS throttles or cannot answer; the SDK waits longer each time. */
  readonly attempts?: number
}

/** A client with the machine's own credentials, for the command line. */
export const nodeClient = ({ endpoint, profile, patience = 60_000, attempts = 5 }: NodeAccount = {}) =>
  new CloudFront({
    region: 'us-east-1',
    maxAttempts: attempts,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: patience, throwOnRequestTimeout: true },
    ...(endpoint !== undefined && { endpoint }),
    ...(profile !== undefined && { profile }),
  })

export interface PageHeaders {
  readonly token: string
  /** What the page calls itself; its choice of credentials belongs to this name. */
  readonly page: string
  /** The account that changes were decided for; without it the proxy lets none pass. */
  readonly account?: string
}

/**
 * A client for the page: it talks to the signing proxy that served the page. The credentials here are words that the
 * SDK insists on; the proxy throws the signature away and signs with those of the machine.
 */
export function pageClient(origin: string, { token, page, account }: PageHeaders): CloudFront {
  const client = new CloudFront({
    region: 'us-east-1',
    endpoint: `${origin}/aws`,
    maxAttempts: 3,
    credentials: { accessKeyId: 'signed-by-the-proxy', secretAccessKey: 'signed-by-the-proxy' },
  })
  client.middlewareStack.add(
    (next) => (args) => {
      // The step runs on HTTP requests only.
      const { headers } = args.request as { headers: Record<string, string> }
      headers['x-frontage-token'] = token
      headers['x-frontage-page'] = page
      if (account !== undefined) headers['x-frontage-account'] = account
      return next(args)
    },
    { step: 'build', name: 'frontageToken' },
  )
  // The page speaks to its own server alone: what does not get through says nothing of AWS.
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args)
      } catch (error) {
        throw isUnanswered(error) ? new DriverFailure(serverGone) : error
      }
    },
    { step: 'initialize', name: 'frontageServer' },
  )
  return client
}

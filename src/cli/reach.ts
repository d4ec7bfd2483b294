/** The account that a call works on: its API, and whose it is. */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import { callerOf, cloudFrontEndpoint, isAmazons } from '#aws/caller.ts'
import { nodeClient } from '#aws/client.ts'
import { driversFor } from '#aws/drivers/index.ts'
import { toFailure } from '#aws/errors.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { Drivers } from '#core/plan/driver.ts'
import type { Scope } from '#core/plan/scope.ts'
import { endpointFault } from './endpoint.ts'

export interface AccountOptions {
  readonly endpointUrl?: string
  readonly profile?: string
}
export interface Reached {
  readonly drivers: Drivers
  readonly scope: Scope
}

/** Drivers for the account that the options name. */
export function accountOf(options: AccountOptions): Result<Drivers, string> {
  const client = clientOf(options)
  return client.ok ? ok(driversFor(client.value)) : client
}

/** A client of CloudFront's; a sentence where the endpoint is none. */
export function clientOf({ endpointUrl, profile }: AccountOptions): Result<CloudFront, string> {
  const fault = endpointUrl === undefined ? undefined : endpointFault(endpointUrl)
  if (fault !== undefined) return failed(fault)
  return ok(nodeClient({ endpoint: endpointUrl, profile }))
}

const noAccount =
  'AWS does not say whose account these credentials are of, so nothing is planned; sign in again, or choose another profile.'

/** Asks whose account it is. An emulator may not tell; Amazon always does. */
export async function scopeOf(
  client: CloudFront,
  endpoint: string,
  profile?: string,
): Promise<Result<Scope, string>> {
  const { origin } = new URL(endpoint)
  const unknown: Scope = { endpoint: origin, account: null, partition: null }
  try {
    const { credentials, sha256 } = client.config
    const caller = await callerOf({ credentials, sha256, endpoint })
    if (caller) return ok({ endpoint: origin, account: caller.account, partition: caller.partition })
    return isAmazons(endpoint) ? failed(noAccount) : ok(unknown)
  } catch (error) {
    const whose = profile === undefined ? '' : ` of the profile “${profile}”`
    const { message } = toFailure(error, `Asking whose account the credentials${whose} are of`)
    return failed(message)
  }
}

/** Drivers, and for which account what they do holds. */
export async function reach(options: AccountOptions): Promise<Result<Reached, string>> {
  const client = clientOf(options)
  if (!client.ok) return client
  const scope = await scopeOf(client.value, options.endpointUrl ?? cloudFrontEndpoint, options.profile)
  return scope.ok ? ok({ drivers: driversFor(client.value), scope: scope.value }) : scope
}

/** What follows an apply where it was asked for: bucket policies, invalidations, a promotion. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { grantBucket } from '#aws/bucket-policy.ts'
import { nodeClient } from '#aws/client.ts'
import { siteOperations } from '#aws/site-operations.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import { bucketGrants } from '#core/plan/bucket-policy.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import type { LiveResources } from '#core/plan/resolve.ts'
import type { StalePath } from '#core/plan/stale.ts'
import { type DeploymentOptions, prepare } from './deployment.ts'
import type { AccountOptions } from './reach.ts'
import { exitStatus, tell } from './status.ts'

const clientOf = ({ endpointUrl, profile }: AccountOptions) => nodeClient({ endpoint: endpointUrl, profile })

/** Says what buckets still need; with `isAsked` it is done. False where S3 refuses. */
export async function grantBuckets(
  document: DesignDocument,
  live: LiveResources,
  options: AccountOptions,
  isAsked: boolean,
): Promise<boolean> {
  const grants = bucketGrants(document, live)
  for (const grant of grants) {
    if (!isAsked) {
      tell(
        `The bucket “${grant.bucket}” must allow “${grant.distribution}” to read it; --bucket-policy adds this statement: ${JSON.stringify(grant.statement)}`,
      )
      continue
    }
    try {
      const outcome = await grantBucket(clientOf(options), grant, options.endpointUrl)
      tell(
        `The bucket “${grant.bucket}” ${outcome === 'granted' ? 'now allows' : 'allowed already'} “${grant.distribution}” to read it.`,
      )
    } catch (error) {
      if (!(error instanceof DriverFailure)) throw error
      tell(error.message)
      return false
    }
  }
  return true
}

const watchStep = 3_000
const watchLimit = 15 * 60_000

/** Invalidates what a change made stale, and waits until that has spread. */
export async function invalidateStale(
  stale: Readonly<Record<LogicalId, readonly StalePath[]>>,
  live: LiveResources,
  options: AccountOptions,
): Promise<boolean> {
  const site = siteOperations(clientOf(options))
  try {
    for (const [id, paths] of Object.entries(stale)) {
      const physicalId = live[id]?.physicalId
      if (physicalId === undefined) continue
      const { id: made } = await site.invalidate(
        physicalId,
        paths.map(({ path }) => path),
        randomUUID(),
      )
      tell(`Invalidating ${paths.map(({ path }) => path).join(' ')} of “${id}” (${made}).`)
      const until = Date.now() + watchLimit
      while ((await site.invalidation(physicalId, made)).status !== 'Completed') {
        if (Date.now() > until) return false
        await pause(watchStep)
      }
      tell(`The invalidation of “${id}” is complete.`)
    }
    return true
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    tell(error.message)
    return false
  }
}

/** The primary and its staging distribution; undefined where the design has no such pair. */
function pairIn(document: DesignDocument, live: LiveResources) {
  const sites = Object.entries(document.resources).filter(([, { type }]) => type === 'Distribution')
  const isStaging = ([, { config }]: (typeof sites)[number]) =>
    known((config as { Staging?: boolean }).Staging) === true
  const [staging, ...moreStaging] = sites.filter(isStaging)
  const [primary, ...morePrimary] = sites.filter((site) => !isStaging(site))
  if (!staging || !primary || moreStaging.length > 0 || morePrimary.length > 0) return undefined
  const [to, from] = [live[primary[0]], live[staging[0]]]
  return to && from && { primary: to, staging: from, names: [primary[0], staging[0]] as const }
}

/** `frontage promote`: the staging distribution's configuration becomes the primary one's. */
export async function promote(
  file: string,
  options: DeploymentOptions & { readonly yes: boolean },
): Promise<number> {
  const prepared = await prepare(file, options)
  if (!prepared.ok) {
    for (const line of prepared.error) tell(line)
    return exitStatus.unreadable
  }
  const pair = pairIn(prepared.value.document, prepared.value.live)
  if (!pair) {
    tell('A promotion needs one primary and one staging distribution, both applied already.')
    return exitStatus.unreadable
  }
  const [primary, staging] = pair.names
  if (!options.yes) {
    tell(`This would give “${primary}” the configuration of “${staging}”; add --yes to do it.`)
    return exitStatus.wrong
  }
  try {
    await siteOperations(clientOf(options)).promote(pair.primary, pair.staging)
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    tell(error.message)
    return exitStatus.wrong
  }
  tell(
    `“${primary}” has the configuration of “${staging}”. Import it, or take the change into the design, before the next apply.`,
  )
  return exitStatus.ok
}

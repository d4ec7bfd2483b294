/** Resources whose settings are members of the requests themselves: what they answer is the settings and more. */
import { attempt, deletion } from '#aws/errors.ts'
import type { JsonObject } from '#core/model/field.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import type { Live } from '#core/plan/resolve.ts'
import { until } from './named.ts'
import type { TaggableDriver } from './tagged.ts'

/** What an answer tells beside the settings, by every such resource; what nobody knows stays with them. */
const told = [
  'Id',
  'Arn',
  'Status',
  'CreatedTime',
  'LastModifiedTime',
  'Tags',
  'Location',
  'ETag',
  '$metadata',
]

/** The settings of an answer. */
export function settingsOf(
  reply: object | undefined,
  beside: readonly string[] = [],
): JsonObject | undefined {
  if (reply === undefined) return undefined
  const left = new Set([...told, ...beside])
  const settings = Object.entries(reply).filter(([name, value]) => value !== undefined && !left.has(name))
  // What the SDK parsed is JSON but for dates, which are among what is left out.
  return Object.fromEntries(settings) as JsonObject
}

/** A change names what it is of; what can never change is no part of it. */
export const changeable = (config: JsonObject, fixed: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(config).filter(([name]) => !fixed.includes(name)))

const disablingLimit = 30 * 60_000
interface Disabling {
  readonly update: (live: Live, config: JsonObject) => Promise<Live>
  readonly isDeployed: (id: string) => Promise<boolean>
  readonly remove: (id: string, etag: string) => Promise<unknown>
}

/** CloudFront deletes these only once they are disabled and that has spread. */
export function deletedOnceDisabled(
  driver: TaggableDriver,
  { update, isDeployed, remove }: Disabling,
): TaggableDriver {
  return {
    ...driver,
    isDeployed,
    async delete(live) {
      const isOn = live.config['Enabled'] !== false
      const { physicalId: id, etag } = isOn ? await update(live, { ...live.config, Enabled: false }) : live
      const what = `the ${driver.type} “${id}”`
      await until(`Disabling ${what}`, disablingLimit, () =>
        attempt(`Asking for ${what}`, () => isDeployed(id)),
      )
      await deletion(what, () => remove(id, etag))
    },
  }
}

/** The status of what is made, until others can use it; a failure of AWS's ends the wait. */
export const untilStatus = (
  what: string,
  limit: number,
  wanted: string,
  ask: () => Promise<{ readonly status: string | undefined; readonly reason?: string | undefined }>,
): Promise<void> =>
  until(what, limit, async () => {
    const { status = wanted, reason = '' } = await ask()
    if (status.toLowerCase() === 'failed')
      throw new DriverFailure(`${what} failed: ${reason || 'AWS does not say why'}.`)
    return status.toLowerCase() === wanted.toLowerCase()
  })

/** What distributions the account has, and reading some of them into a design of their own. */
import { create } from 'zustand'
import type { LogicalId, ResourceType } from '#core/model/document.ts'
import { combine, setAt } from '#core/model/edit.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { alignedTo, changesBetween } from '#core/plan/diff.ts'
import { DriverFailure, type Listed } from '#core/plan/driver.ts'
import { configFromLive, type Gap, type ImportProgress, importSites } from '#core/plan/import.ts'
import { resolveConfig } from '#core/plan/resolve.ts'
import { account, learnIdentity } from './account.ts'
import { documentWith, rememberImport, useDeployment } from './deployment.ts'
import { commit, currentDocument, openDesign } from './design.ts'
import { inDocument } from './drift.ts'
import { announce } from './session.ts'

interface AccountImport {
  readonly listed: readonly Listed[]
  /** The marker of the next page; undefined on the last one. */
  readonly next: string | undefined
  readonly isListed: boolean
  readonly busy: 'listing' | 'importing' | undefined
  readonly progress: ImportProgress | undefined
  readonly gaps: readonly Gap[]
  readonly failure: string | undefined
}
const empty: AccountImport = {
  listed: [],
  next: undefined,
  isListed: false,
  busy: undefined,
  progress: undefined,
  gaps: [],
  failure: undefined,
}
export const useAccountImport = create<AccountImport>()(() => empty)

let wasCancelled = false
export const cancelImport = (): void => {
  wasCancelled = true
}

async function work(busy: AccountImport['busy'], call: () => Promise<void>): Promise<void> {
  useAccountImport.setState({ busy, failure: undefined })
  try {
    await call()
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    useAccountImport.setState({ failure: error.message })
  } finally {
    useAccountImport.setState({ busy: undefined, progress: undefined })
  }
}

/** Lists the first page, or the next one. */
export async function listDistributions(isMore = false): Promise<void> {
  const { next, listed } = useAccountImport.getState()
  if (!isMore) useAccountImport.setState(empty)
  await work('listing', async () => {
    if (!isMore) await learnIdentity()
    const { drivers } = await account()
    const page = await drivers.Distribution?.list?.(isMore ? next : undefined)
    useAccountImport.setState({
      listed: [...(isMore ? listed : []), ...(page?.items ?? [])],
      next: page?.next,
      isListed: true,
    })
  })
}

/** Reads distributions with everything that they refer to, and opens them as one design; true where that was done. */
export async function importDistributions(ids: readonly string[], name: string): Promise<boolean> {
  wasCancelled = false
  let isOpened = false
  await work('importing', async () => {
    const { drivers } = await account()
    const steps = importSites(drivers, ids)
    let next = await steps.next()
    while (!next.done) {
      useAccountImport.setState({ progress: next.value })
      if (wasCancelled) return
      next = await steps.next()
    }
    const { document, gaps, live } = next.value
    useAccountImport.setState({ gaps })
    if (Object.keys(document.resources).length === 0)
      throw new DriverFailure(gaps[0]?.message ?? 'Nothing was found.')
    const id = crypto.randomUUID()
    await rememberImport(id, live)
    openDesign(id, name, document)
    isOpened = true
    announce(
      gaps.length === 0
        ? `Imported ${Object.keys(document.resources).length} resources.`
        : `Imported, without ${gaps.map(({ type, physicalId }) => `${type} ${physicalId}`).join(', ')}.`,
    )
  })
  return isOpened
}

/** The fields in which the account differs from the design, each with what the account has; expressions elsewhere stay. */
function liveFields(id: LogicalId, type: ResourceType): readonly (readonly [Path, unknown])[] | undefined {
  const { live, made } = useDeployment.getState()
  const found = live[id]
  if (!found) return undefined
  const nameOf = (_: ResourceType, physicalId: string) =>
    Object.keys(live).find((one) => live[one]?.physicalId === physicalId || live[one]?.arn === physicalId)
  const wanted = resolveConfig(documentWith(made), id, live).config
  const aligned = { ...found, config: alignedTo(found.config, wanted) }
  const config = configFromLive(type, aligned, nameOf)
  const fields = changesBetween(found.config, wanted).map(({ path, before }) => {
    const at = inDocument(id, path)
    return [at, valueAt(config, at.slice(3)), before] as const
  })
  // A field that the design writes otherwise than the API: then all of it is taken.
  return fields.some(([, value, before]) => (value === undefined) !== (before === undefined))
    ? [[['resources', id, 'config'], config]]
    : fields.map(([at, value]) => [at, value])
}

/** Takes over what the account has of one resource: the design then says what is live. */
export function takeFromAccount(id: LogicalId): void {
  const resource = currentDocument().resources[id]
  // A live resource is of one of CloudFront's types.
  const fields = resource && liveFields(id, resource.type as ResourceType)
  if (!fields) return
  commit(
    combine(
      `Take “${id}” from the account`,
      fields.map(([path, value]) => setAt(path, value)),
    ),
  )
  announce(`“${id}” is now as the account has it.`)
}

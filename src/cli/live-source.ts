/** A live distribution with what it refers to, as one source. The AWS SDK is loaded for this alone. */
import { formats } from '#core/formats/index.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { DriverFailure, type Drivers } from '#core/plan/driver.ts'
import { importSites } from '#core/plan/import.ts'
import { type AccountOptions, accountOf } from './reach.ts'
import type { OpenedSource, SourceFailure } from './source.ts'

async function imported(drivers: Drivers, id: string): Promise<Result<OpenedSource[], SourceFailure>> {
  try {
    const steps = importSites(drivers, [id])
    let next = await steps.next()
    while (!next.done) next = await steps.next()
    const { document, gaps } = next.value
    const format = formats.find(({ id: own }) => own === 'distribution-config')
    if (Object.keys(document.resources).length === 0 || !format)
      return failed({ file: id, problems: gaps.map(({ message }) => ({ message })) })
    return ok([{ document, notes: [], locate: () => undefined, format, file: id, encoding: 'utf-8' }])
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    return failed({ file: id, problems: [{ message: error.message }] })
  }
}

/** Opens a distribution of the account by its id. */
export async function openLive(
  id: string,
  account: AccountOptions,
): Promise<Result<OpenedSource[], SourceFailure>> {
  const reached = accountOf(account)
  return reached.ok
    ? imported(reached.value, id)
    : failed({ file: id, problems: [{ message: reached.error }] })
}

/** What `review` compares: files, folders, revisions of git, and distributions of the account. */
import { stat } from 'node:fs/promises'
import { formats } from '#core/formats/index.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { DriverFailure, type Drivers } from '#core/plan/driver.ts'
import { importSites } from '#core/plan/import.ts'
import { isFolder, openFolder } from './folder.ts'
import { allOf, gitPlace, openRevision } from './git-source.ts'
import { type AccountOptions, accountOf } from './reach.ts'
import { type OpenedSource, openSource, type SourceFailure } from './source.ts'

export interface SideOptions extends AccountOptions {
  readonly parameters: Readonly<Record<string, string>>
}

const exists = async (path: string): Promise<boolean> =>
  path === '-' || (await stat(path).catch(() => undefined)) !== undefined

/** Ids of distributions are capitals and digits that begin with E. */
const isDistributionId = (text: string) => /^E[A-Z0-9]{8,20}$/.test(text)

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

/** Opens one side. What a person names is a file before it is anything else. */
export async function openSide(
  text: string,
  { parameters, ...account }: SideOptions,
): Promise<Result<OpenedSource[], SourceFailure>> {
  const place = gitPlace(text)
  if (await exists(text))
    return allOf(
      (await isFolder(text)) ? await openFolder(text, parameters) : [await openSource(text, parameters)],
    )
  if (place) return allOf(await openRevision(text, place, parameters))
  if (!isDistributionId(text)) return allOf([await openSource(text, parameters)])
  const reached = accountOf(account)
  return reached.ok
    ? imported(reached.value, text)
    : failed({ file: text, problems: [{ message: reached.error }] })
}

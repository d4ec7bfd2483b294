/** What `review` compares: files, folders, revisions of git, and distributions of the account. */
import { stat } from 'node:fs/promises'
import { failed, type Result } from '#core/ground/result.ts'
import { isFolder, openFolder } from './folder.ts'
import { allOf, gitPlace, isRevision, openRevision } from './git-source.ts'
import type { AccountOptions } from './reach.ts'
import { type OpenedSource, openSource, type SourceFailure } from './source.ts'

export interface SideOptions extends AccountOptions {
  readonly parameters: Readonly<Record<string, string>>
}

const exists = async (path: string): Promise<boolean> =>
  path === '-' || (await stat(path).catch(() => undefined)) !== undefined

/** Ids of distributions are capitals and digits that begin with E. */
const isDistributionId = (text: string) => /^E[A-Z0-9]{8,20}$/.test(text)

/** Opens one side. What a person names is a file before it is anything else. */
export async function openSide(
  text: string,
  { parameters, ...account }: SideOptions,
): Promise<Result<OpenedSource[], SourceFailure>> {
  const place = gitPlace(text)
  if (await exists(text))
    return allOf(isFolder(text) ? await openFolder(text, parameters) : [await openSource(text, parameters)])
  if (place) return allOf(await openRevision(text, place, parameters))
  if (!isDistributionId(text))
    return (await isRevision(text))
      ? failed({
          file: text,
          problems: [{ message: `A revision of git; name the file of it: ${text}:PATH.` }],
        })
      : allOf([await openSource(text, parameters)])
  const { openLive } = await import('./live-source.ts')
  return openLive(text, account)
}

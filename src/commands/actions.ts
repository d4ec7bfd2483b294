/** What can be done to the things that are selected, from whichever place of the page: each is one step of undo. */
import { moveBehavior } from '#core/edits/behaviors.ts'
import { type Clip, copyThings, pasteClip, printClip, readClip } from '#core/edits/clipboard.ts'
import { removeThings } from '#core/edits/removal.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isSamePath, type Path, valueAt } from '#core/model/path.ts'
import type { Reference } from '#core/model/reference.ts'
import { commit, currentDocument } from '#state/design.ts'
import { announceDone, announceEdit } from '#state/done.ts'
import { announce, select, selectAll, useSession } from '#state/session.ts'
import { thingAt, thingInWords } from '#things/thing.ts'

/** The selected things, the inspector's last; without those that the design no longer has. */
export function selectedPaths(): readonly Path[] {
  const { marked } = useSession.getState()
  const document = currentDocument()
  return marked.filter((path) => valueAt(document, path) !== undefined)
}

const titles = (paths: readonly Path[]): string => {
  const [only, ...others] = paths
  const title = thingAt(currentDocument(), only)?.title ?? ''
  return others.length === 0 ? `“${title}”` : `${paths.length} things`
}

const wereOf = (paths: readonly Path[]): string => (paths.length === 1 ? 'was' : 'were')

/** The distribution that new things go to: the selected one's, else the first. */
export function ownerOf(document: DesignDocument): LogicalId | undefined {
  const [, id] = useSession.getState().selection ?? []
  const sites = distributionsIn(document)
  return (sites.find((site) => site.id === id) ?? sites[0])?.id
}

const removable = (paths: readonly Path[]) => {
  const document = currentDocument()
  return paths.flatMap((path) => {
    const thing = thingAt(document, path)
    return thing?.isRemovable ? [thing.path] : []
  })
}

/** By whom something is used: “used by the behavior “/api/*” and 2 more”. */
export function usedBy(references: readonly Reference[], document: DesignDocument): string {
  const names = references.map(({ path, from }) => {
    const thing = thingAt(document, path)
    return thing ? thingInWords(thing) : `“${from}”`
  })
  const different = [...new Set(names)]
  const shown = different.slice(0, 3).join(', ')
  return `used by ${shown}${different.length > 3 ? ` and ${different.length - 3} more` : ''}`
}

/** Removes what is selected; the default behavior stays, as no distribution is without one. */
export function removeSelected(): void {
  const paths = removable(selectedPaths())
  if (paths.length === 0) {
    if (selectedPaths().length > 0)
      announce('The default cache behavior cannot be removed: each distribution has one.')
    return
  }
  const what = titles(paths)
  const removal = removeThings(paths, `Remove ${what}`, currentDocument())
  if (!removal.ok) {
    announce(
      `${what} ${wereOf(paths)} not removed: ${usedBy(removal.error, currentDocument())}. Remove that too, or first.`,
    )
    return
  }
  const { edit, released } = removal.value
  const users =
    released.length === 0 ? '' : ` It was ${usedBy(released, currentDocument())}, which does without it now.`
  commit(edit)
  select(undefined)
  announceDone(
    `${what} ${wereOf(paths)} removed; undo brings ${paths.length === 1 ? 'it' : 'them'} back.${users}`,
  )
}

/** Moves a behavior in precedence: -1 is before its neighbor. */
export function moveInPrecedence(path: Path, by: number): void {
  const [, owner, , list, index] = path
  if (list !== 'CacheBehaviors' || typeof index !== 'number') return
  const edit = moveBehavior(currentDocument(), String(owner), index, index + by)
  if (!edit) {
    announce(by < 0 ? 'It is the first one already.' : 'It is the last one before the default already.')
    return
  }
  commit(edit)
  select([...path.slice(0, -1), index + by])
  announceEdit(edit)
}

/** What the last copy was, for a browser that does not let a page read the clipboard. */
let lastCopied: string | undefined

/** The selected things as a text; undefined where nothing can be copied. */
export function copyText(): string | undefined {
  const paths = selectedPaths()
  const clip = copyThings(currentDocument(), paths)
  if (!clip) return undefined
  lastCopied = printClip(clip)
  announce(`${titles(paths)} ${paths.length === 1 ? 'is' : 'are'} in the clipboard.`)
  return lastCopied
}

/** Pastes a text that was copied here, in another tab or in another design; false where it is something else. */
export function pasteText(text: string): boolean {
  const clip = readClip(text)
  if (!clip) return false
  pasteThings(clip)
  return true
}

/** Parts of a template or of the command line's output, in the open design; false where the text holds none. */
export async function pasteSnippet(text: string): Promise<boolean> {
  if (ownerOf(currentDocument()) === undefined) return false
  const { readSnippet } = await import('#core/formats/snippet.ts')
  const snippet = readSnippet(text)
  if (!snippet) return false
  pasteThings({ frontage: 'clip', ...snippet, needed: { resources: {}, origins: [] } })
  return true
}

function pasteThings(clip: Clip): void {
  const document = currentDocument()
  const { selection } = useSession.getState()
  const after = selection?.[3] === 'CacheBehaviors' ? Number(selection[4]) : undefined
  const pasted = pasteClip(document, ownerOf(document) ?? '', clip, after)
  if (!pasted) {
    announce('There is no distribution to paste into; add one first.')
    return
  }
  commit(pasted.edit)
  selectAll(pasted.paths)
  announceDone(`${titles(pasted.paths)} ${wereOf(pasted.paths)} pasted.`)
}

/** Copies to the clipboard of the system, where the browser lets it. */
export async function copySelected(): Promise<void> {
  const text = copyText()
  if (text === undefined) {
    announce('Nothing is selected that can be copied.')
    return
  }
  await navigator.clipboard
    ?.writeText(text)
    .catch(() => announce('Copied for this tab only: the browser keeps its clipboard closed.'))
}

/** Pastes from the clipboard of the system, or what was copied last in this tab. */
export async function pasteCopied(): Promise<void> {
  const text = await navigator.clipboard?.readText().catch(() => lastCopied)
  if (text === undefined || !(pasteText(text) || (await pasteSnippet(text))))
    announce('The clipboard holds nothing that Frontage can paste.')
}

/** Copies what is selected and pastes it beside itself. */
export function duplicateSelected(): void {
  const paths = selectedPaths()
  const document = currentDocument()
  const clip = copyThings(document, paths)
  if (!clip) return
  const places = paths.filter(([, , , list]) => list === 'CacheBehaviors').map((path) => Number(path[4]))
  const owner = paths.find(({ length }) => length > 3)?.[1]
  const after = places.length > 0 ? Math.max(...places) : undefined
  const pasted = pasteClip(document, String(owner ?? ownerOf(document) ?? ''), clip, after)
  if (!pasted) return
  const what = titles(paths)
  commit({ ...pasted.edit, label: `Duplicate ${what}` })
  selectAll(pasted.paths)
  announceDone(`${what} ${wereOf(paths)} duplicated.`)
}

/** Selects every behavior, group and origin. */
export function selectEverything(): void {
  const paths = distributionsIn(currentDocument()).flatMap(({ config, path }) => [
    ...(config.CacheBehaviors ?? []).map((_, index): Path => [...path, 'CacheBehaviors', index]),
    ...(config.OriginGroups ?? []).map((_, index): Path => [...path, 'OriginGroups', index]),
    ...(config.Origins ?? []).map((_, index): Path => [...path, 'Origins', index]),
  ])
  selectAll(paths)
  announce(`${paths.length} things are selected.`)
}

/** Selects a thing and leads the keyboard to the first field of its form, or to the field with its name. */
export function editThing(path: Path, field: 'first' | 'name' = 'first'): void {
  const thing = thingAt(currentDocument(), path)
  if (!thing) return
  const fields = thing.sections.flatMap((section) => section.fields)
  const name = fields.find(({ path: [step] }) =>
    ['Id', 'PathPattern', 'Name', 'Comment'].includes(step ?? ''),
  )
  const wanted = (field === 'name' && name) || fields[0]
  select(thing.path, wanted ? [...thing.path, ...wanted.path] : thing.path)
}

/** True where a thing is among the selected ones. */
export const isSelected = (marked: readonly Path[], path: Path): boolean =>
  marked.some((one) => isSamePath(one, path))

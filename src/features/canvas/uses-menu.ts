/** The menus of what behaviors use: in the menu of a row, and of a chip by itself. */
import { editFunction } from '#commands/edit-function.ts'
import { notUsedThere, selectUsers, usedThing } from '#commands/uses.ts'
import type { Behavior } from '#core/model/document.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { commit, currentDocument } from '#state/design.ts'
import { announceEdit } from '#state/done.ts'
import { select } from '#state/session.ts'
import { rowFacts, type Use } from '#things/row-facts.ts'
import { thingAt } from '#things/thing.ts'
import type { MenuEntry } from '#ui/Menu.tsx'

/** All that a behavior uses; nothing for what is no behavior. */
function usesOf(path: Path): readonly Use[] {
  const document = currentDocument()
  if (!thingAt(document, path)?.shape.endsWith('CacheBehavior')) return []
  // The shape of the thing says what its value is.
  const { policies, functions } = rowFacts(valueAt(document, path) as Behavior)
  return [...policies, ...functions]
}

/** What can be done with a policy or function where a behavior uses it. */
function entriesOf(path: Path, use: Use): readonly MenuEntry[] {
  const document = currentDocument()
  const { path: to, focus } = usedThing(document, { use, from: path })
  const id = `${use.field} ${use.event ?? ''}`
  const { ref } = use
  const without = () => {
    const edit = notUsedThere(currentDocument(), path, use)
    if (!edit) return
    commit(edit)
    announceEdit(edit)
  }
  return [
    ...(ref !== undefined && document.resources[ref]?.type === 'Function'
      ? [
          {
            id: `edit ${id}`,
            label: `Edit and run “${use.name}”`,
            group: 'uses',
            run: () => editFunction(ref),
          },
        ]
      : []),
    { id: `open ${id}`, label: `Go to “${use.name}”`, group: 'uses', run: () => select(to, focus) },
    {
      id: `users ${id}`,
      label: `Select all that use “${use.name}”`,
      group: 'uses',
      run: () => selectUsers(use),
    },
    { id: `without ${id}`, label: `Do without “${use.name}” here`, group: 'uses', run: without },
  ]
}

/** What a behavior uses: led to, and followed to all that use it. */
export const usesMenu = (path: Path): readonly MenuEntry[] =>
  usesOf(path).flatMap((use) => entriesOf(path, use))

/** What can be done with the chip at which a menu was asked for; nothing where it was the row itself. */
export function chipMenu(path: Path, target: EventTarget | null): readonly MenuEntry[] {
  const chip = target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null
  if (!chip) return []
  const event = chip.closest<HTMLElement>('[data-slot]')?.dataset['slot']
  const use = usesOf(path).find((one) => one.field === chip.dataset['field'] && one.event === event)
  return use ? entriesOf(path, use) : []
}

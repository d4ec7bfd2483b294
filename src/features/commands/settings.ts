/** Every setting of what is selected, and of the distributions, by its name: typing leads to its field. */
import { distributionsIn } from '#core/model/distribution.ts'
import { isSamePath, type Path } from '#core/model/path.ts'
import type { Command } from '#state/commands.ts'
import { currentDocument } from '#state/design.ts'
import { select, useSession } from '#state/session.ts'
import { thingAt, thingInWords } from '#things/thing.ts'

export function settingCommands(): readonly Command[] {
  const document = currentDocument()
  const { selection } = useSession.getState()
  const sites = distributionsIn(document).map(({ path }): Path => path)
  const things = [...(selection ? [selection] : []), ...sites]
  return things.flatMap((path, index): Command[] => {
    const thing = thingAt(document, path)
    if (!thing || things.findIndex((other) => isSamePath(other, path)) !== index) return []
    return thing.sections.flatMap(({ fields }) =>
      fields.map((field) => ({
        id: `set ${[...thing.path, ...field.path].join('/')}`,
        group: 'Set',
        label: `${field.label} of ${thingInWords(thing)}`,
        run: () => select(thing.path, [...thing.path, ...field.path]),
      })),
    )
  })
}

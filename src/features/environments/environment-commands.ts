/** Each environment of the open design as a command. */
import type { Command } from '#state/commands.ts'
import { currentDocument, useDesign } from '#state/design.ts'
import { environmentInUse, switchEnvironment } from '#state/environments.ts'

export function environmentCommands(): readonly Command[] {
  const document = currentDocument()
  const inUse = environmentInUse(document)
  return Object.keys(document.environments ?? {}).map((name) => ({
    id: `environment ${name}`,
    group: 'Go to',
    label: `Environment: ${name}`,
    isPossible: () => useDesign.getState().id !== '' && name !== inUse,
    run: () => void switchEnvironment(name),
  }))
}

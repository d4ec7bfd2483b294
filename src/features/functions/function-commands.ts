import type { Command } from '#state/commands.ts'
import { useDesign } from '#state/design.ts'
import { showPanel } from '#state/session.ts'

/** Commands of the functions panel. */
export const functionCommands: readonly Command[] = [
  {
    id: 'functions',
    group: 'View',
    label: 'Edit and test edge functions',
    isPossible: () => useDesign.getState().id !== '',
    run: () => showPanel('functions'),
  },
]

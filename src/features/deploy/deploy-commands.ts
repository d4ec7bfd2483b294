import type { Command } from '#state/commands.ts'
import { makePlan } from '#state/deployment.ts'
import { useDesign } from '#state/design.ts'
import { showDialog, showPanel } from '#state/session.ts'

const isOpen = () => useDesign.getState().id !== ''

export const deployCommands: readonly Command[] = [
  {
    id: 'import-from-account',
    group: 'Account',
    label: 'Import from the account',
    run: () => showDialog('import'),
  },
  {
    id: 'plan',
    group: 'Account',
    label: 'Plan what an apply would do',
    isPossible: isOpen,
    run: () => {
      showPanel('plan')
      void makePlan()
    },
  },
]

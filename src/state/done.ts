/** Tells what was just done to the design, with the way back beside it. */
import type { Edit } from '#core/model/edit.ts'
import { undo, useDesign } from './design.ts'
import { announce } from './session.ts'

/** Says that an edit was made; whoever did not mean it takes it back where it is told, as long as it is the last one. */
export function announceDone(message: string): void {
  const { present } = useDesign.getState().history
  announce(message, {
    label: 'Undo',
    run: () => {
      if (useDesign.getState().history.present !== present) {
        announce('Something else was changed since; Ctrl+Z takes the steps back one by one.')
        return
      }
      undo()
      announce('It is as it was before.')
    },
  })
}

/** Says which edit was made: its label is what was asked for, and reads as an order by itself. */
export const announceEdit = ({ label }: Pick<Edit, 'label'>): void => announceDone(`${label}: done.`)

/** Tells what was just done to the design, with the way back beside it. */
import type { Edit } from '#core/model/edit.ts'
import { undo, useDesign } from './design.ts'
import { doneInWords } from './done-words.ts'
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

/** Says which edit was made. */
export const announceEdit = ({ label }: Pick<Edit, 'label'>): void => announceDone(doneInWords(label))

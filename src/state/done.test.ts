import { beforeEach, expect, test } from 'vitest'
import { emptyDesign } from '#core/model/document.ts'
import { commit, currentDocument, openDesign } from './design.ts'
import { announceDone, announceEdit } from './done.ts'
import { useSession } from './session.ts'

const note = (text: string) =>
  commit({
    label: text,
    apply: (draft) => {
      draft.layout[text] = { x: 1, y: 1 }
    },
  })
const session = () => useSession.getState()

beforeEach(() => openDesign('a', 'A', emptyDesign))

test('what was done is taken back where it is told', () => {
  note('one')
  announceDone('“one” was made.')
  expect(session().message).toBe('“one” was made.')
  session().action?.run()
  expect(currentDocument()).toBe(emptyDesign)
  expect(session().action).toBeUndefined()
})

test('a message that is out of date does not take back what came after', () => {
  note('one')
  announceDone('“one” was made.')
  const { action } = session()
  note('two')
  action?.run()
  expect(Object.keys(currentDocument().layout)).toEqual(['one', 'two'])
})

test('an edit is told as done and not as an order, with the way back', () => {
  note('one')
  announceEdit({ label: 'Use “Rewrite” for “/api/*”' })
  expect(session().message).toBe('“Rewrite” is used for “/api/*”.')
  expect(session().action?.label).toBe('Undo')
})

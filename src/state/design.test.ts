import { expect, test } from 'vitest'
import { emptyDesign } from '#core/model/document.ts'
import { setAt } from '#core/model/edit.ts'
import { distribution } from '#fixtures/build.ts'
import { commit, currentDocument, openDesign, redo, undo, useDesign } from './design.ts'

const comment = ['resources', 'Site', 'config', 'Comment']
const written = () => {
  const site = currentDocument().resources['Site']
  return site?.type === 'Distribution' ? site.config.Comment : undefined
}

test('undo and redo go through what was done, and an edit after an undo ends the way forward', () => {
  openDesign('a', 'A', distribution({ Comment: '0' }))
  commit({ ...setAt(comment, '1'), mergeKey: '' })
  commit({ ...setAt(comment, '2'), mergeKey: '' })
  undo()
  undo()
  undo()
  expect(written()).toBe('0')
  redo()
  expect(written()).toBe('1')
  commit({ ...setAt(comment, '3'), mergeKey: '' })
  redo()
  expect(written()).toBe('3')
})

test('undo does not reach into the design that was open before', () => {
  openDesign('a', 'A', distribution({ Comment: 'of a' }))
  commit(setAt(comment, 'edited'))
  openDesign('b', 'B', emptyDesign)
  undo()
  expect(useDesign.getState()).toMatchObject({ id: 'b', name: 'B' })
  expect(currentDocument()).toBe(emptyDesign)
})

test('an edit that changes nothing is no step', () => {
  openDesign('a', 'A', distribution({ Comment: 'same' }))
  const { history } = useDesign.getState()
  commit(setAt(comment, 'same'))
  expect(useDesign.getState().history.past.length).toBe(history.past.length)
})

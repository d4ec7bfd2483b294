import { expect, test } from 'vitest'
import { forgetView, select, setFolded, toggleFolded, toggleSelected, useSession } from './session.ts'

const marked = () => useSession.getState().marked

test('the inspector shows the thing that was selected last, and follows where that is taken out', () => {
  select(['a'])
  toggleSelected(['b'])
  expect([marked(), useSession.getState().selection]).toEqual([[['a'], ['b']], ['b']])
  toggleSelected(['b'])
  expect([marked(), useSession.getState().selection]).toEqual([[['a']], ['a']])
  toggleSelected(['a'])
  expect(useSession.getState().selection).toBeUndefined()
})

test('the same field can be led to twice', () => {
  select(['a'], ['a', 'x'])
  const { focus } = useSession.getState()
  select(['a'], ['a', 'x'])
  expect(useSession.getState().focus).not.toBe(focus)
})

test('another design has nothing of what was selected, searched or folded; the panel stays', () => {
  useSession.setState({ panel: 'trace', search: 'x' })
  select(['a'])
  setFolded(['a'])
  toggleFolded('b')
  toggleFolded('a')
  expect(useSession.getState().folded).toEqual(['b'])
  forgetView()
  expect(useSession.getState()).toMatchObject({
    selection: undefined,
    marked: [],
    folded: [],
    panel: 'trace',
  })
  expect(useSession.getState().search).toBeUndefined()
})

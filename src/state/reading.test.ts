import { expect, test } from 'vitest'
import { tellProgress } from './reading.ts'
import { announce, useSession } from './session.ts'

const told = () => useSession.getState().message

test('what is done is no longer said to be under way, and what was said meanwhile stays', () => {
  const stop = tellProgress('Reading “a.yaml”')
  expect(told()).toBe('Reading “a.yaml”…')
  stop()
  expect(told()).toBe('')
  const stopOther = tellProgress('Writing 3.0 MB')
  announce('“a.yaml” is open.')
  stopOther()
  expect(told()).toBe('“a.yaml” is open.')
})

import { expect, test } from 'vitest'
import { closing } from './check.ts'

const read = { file: 'a.yaml', format: 'cloudformation', designs: [] }
const unread = { file: 'b.yaml', format: null, designs: [], errors: [{ message: 'This is no template.' }] }
const none = { errors: 0, warnings: 0, infos: 0 }

test('a source that cannot be read is never summed up by zeros', () => {
  expect(closing([unread], none)).toEqual(['1 source could not be read'])
  expect(closing([read, unread], { ...none, errors: 1 })).toEqual([
    '1 error, 0 warnings, 0 notes; 1 source could not be read',
  ])
  expect(closing([read], none)).toEqual(['0 errors, 0 warnings, 0 notes'])
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What of idb-keyval reads and then writes in one transaction, or opens a connection that is never closed. */
const inSteps = /import (?:type )?\{[^}]*\b(?:update|createStore)\b[^}]*\} from 'idb-keyval'/
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
  .map((file) => join('src', file))

test('no transaction waits for the page: what reads and then writes is two of them', () => {
  expect(files.filter((file) => inSteps.test(readFileSync(file, 'utf8')))).toEqual([])
  expect(files.filter((file) => readFileSync(file, 'utf8').includes("'idb-keyval'"))).not.toEqual([])
})

test('canary: an update of idb-keyval is noticed', () => {
  expect(inSteps.test("import { get, update } from 'idb-keyval'")).toBe(true)
  expect(inSteps.test("import {\n  createStore,\n  set,\n} from 'idb-keyval'")).toBe(true)
  expect(inSteps.test("import { get, set } from 'idb-keyval'")).toBe(false)
})

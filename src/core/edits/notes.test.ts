import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, combine, moveItem, setAt } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'
import { behavior, customOrigin, distribution } from '#fixtures/build.ts'
import { noteAt, removeNotes, writeNote } from './notes.ts'
import { removeThings } from './removal.ts'

const site: Path = ['resources', 'Site', 'config']
const design = distribution({
  Origins: [customOrigin('a'), customOrigin('b')],
  CacheBehaviors: [behavior('/x/*', 'a')],
})
const noted = (document: DesignDocument, path: Path, text: string): DesignDocument => {
  const edit = writeNote(document, path, text)
  if (!edit) throw new Error('Nothing is there to note.')
  return applyEdit(document, edit)
}

test('a note stays with its thing when that is renamed and moved', () => {
  const origin: Path = [...site, 'Origins', 0]
  const document = noted(design, origin, 'the old host')
  const edit = combine('', [setAt([...origin, 'Id'], 'c'), moveItem([...site, 'Origins'], 0, 1, '')])
  const after = applyEdit(document, edit)
  expect(noteAt(after, [...site, 'Origins', 1])).toBe('the old host')
  expect(noteAt(after, origin)).toBe('')
})

test('an empty note is none, and a design without notes has no field of them', () => {
  const document = noted(design, site, 'ask before changing')
  expect(noteAt(document, site)).toBe('ask before changing')
  expect(noted(document, site, ' ')).not.toHaveProperty('notes')
})

test('notes go with what is removed, and those of a whole distribution with all that is in it', () => {
  const paths: Path[] = [site, [...site, 'DefaultCacheBehavior'], [...site, 'CacheBehaviors', 0]]
  const document = paths.reduce((one, path) => noted(one, path, 'x'), design)
  const removal = removeThings([[...site, 'CacheBehaviors', 0]], '', document)
  if (!removal.ok) throw new Error('Nothing keeps it.')
  const item = applyEdit(document, removal.value.edit)
  expect(Object.keys(item.notes ?? {})).toEqual(['Site', 'Site/DefaultCacheBehavior'])
  expect(applyEdit(document, removeNotes(document, [site]))).not.toHaveProperty('notes')
})

test('a path that leads nowhere takes no note', () =>
  expect(writeNote(design, [...site, 'Origins', 9], 'x')).toBeUndefined())

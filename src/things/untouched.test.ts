import { expect, test } from 'vitest'
import { addOrigin } from '#core/edits/origins.ts'
import { addDistribution } from '#core/edits/resources.ts'
import { type DesignDocument, emptyDesign } from '#core/model/document.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { untouchedOrigin } from './untouched.ts'

const begun = addDistribution(emptyDesign)
const design = applyEdit(emptyDesign, begun.edit)
const untouched = (document: DesignDocument) => untouchedOrigin(document, begun.id)

test('the origin of a new distribution is untouched until it has a name, a host or a neighbor', () => {
  const path = ['resources', begun.id, 'config', 'Origins', 0]
  expect(untouched(design)).toEqual(path)
  for (const [field, value] of [
    ['Id', 'shop'],
    ['DomainName', 'shop.acme.test'],
  ] as const)
    expect(untouched(applyEdit(design, setAt([...path, field], value)))).toBeUndefined()
  expect(untouched(applyEdit(design, addOrigin(design, begun.id, {}).edit))).toBeUndefined()
})

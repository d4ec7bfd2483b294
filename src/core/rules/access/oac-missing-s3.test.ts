import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { distribution, oac } from '#fixtures/build.ts'
import { accessOacMissingS3 } from './oac-missing-s3.ts'

const bucket = { Id: 'my-files', DomainName: 'b.s3.eu-west-1.amazonaws.com', S3OriginConfig: {} }
const attached = (document: DesignDocument) => {
  const [edit] = findProblems([accessOacMissingS3], { document })[0]?.suggestions ?? []
  return edit ? applyEdit(document, edit).resources : {}
}

test('an origin access control is attached: the one for buckets that is there, else a new one beside what is there', () => {
  const Origins = [{ key: 'a', ...bucket }]
  const known = attached(distribution({ Origins }, { Mine: oac }))
  expect(Object.keys(known).sort()).toEqual(['Mine', 'Site'])
  expect(known['Site']).toMatchObject({ config: { Origins: [{ OriginAccessControlId: { ref: 'Mine' } }] } })
  const other = { type: 'KeyValueStore', config: { Name: 'other' } } as const
  const made = attached(distribution({ Origins }, { myfilesAccess: other }))
  expect(made['myfilesAccess']).toEqual(other)
  expect(made['myfilesAccess2']).toMatchObject({ config: { OriginAccessControlOriginType: 's3' } })
  expect(made['Site']).toMatchObject({
    config: { Origins: [{ OriginAccessControlId: { ref: 'myfilesAccess2' } }] },
  })
})

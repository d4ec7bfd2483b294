import { expect, test } from 'vitest'
import { distributionsIn } from '#core/model/distribution.ts'
import { applyEdit, removeAt, setAt } from '#core/model/edit.ts'
import { readSource, writeFormat } from './index.ts'

const yaml = `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Comment: first # of two
        Enabled: true
        Comment: last
        Origins: [{ Id: a, Id: b, DomainName: a.example.com }]
        DefaultCacheBehavior: { TargetOriginId: b, ViewerProtocolPolicy: https-only }
`
const json = `{
  "Comment": "first", "Enabled": true,
  "Comment": "last",
  "DefaultCacheBehavior": { "TargetOriginId": "a" }
}`
function opened(text: string) {
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const [site] = distributionsIn(read.value.document)
  if (!site) throw new Error('There is no distribution.')
  return { ...read.value, site }
}

test.each([
  ['YAML', yaml, [6, 8, 9, 9]],
  ['JSON', json, [2, 3]],
])('in %s the last of equal fields is read, and each place is told', (_, text, lines) => {
  const { site, notes, locate } = opened(text)
  expect(site.config.Comment).toBe('last')
  const told = notes.filter(({ rule }) => rule === 'import/duplicate-key')
  expect(told.map(({ path }) => locate(path)?.line)).toEqual(lines)
  expect(told.every(({ severity }) => severity === 'error')).toBe(true)
})

test.each([
  ['YAML', yaml],
  ['JSON', json],
])('in %s equal fields stay as they are in an unedited save, and the last takes an edit', (_, text) => {
  const { document, format, site } = opened(text)
  expect(writeFormat(format.id, document).text).toBe(text)
  const edited = applyEdit(document, setAt([...site.path, 'Comment'], 'edited'))
  expect(writeFormat(format.id, edited).text).toBe(text.replace('last', 'edited'))
})

test('a field that stands twice is gone after it is removed', () => {
  const { document, format, site } = opened(yaml)
  const edited = applyEdit(document, removeAt([...site.path, 'Comment']))
  expect(opened(writeFormat(format.id, edited).text).site.config.Comment).toBeUndefined()
})

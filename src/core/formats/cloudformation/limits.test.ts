import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'

const site = `  Site:
    Type: AWS::CloudFront::Distribution
    Properties: { DistributionConfig: { Enabled: true } }
`
const template = (resources: number, comment: string) =>
  `Metadata: { About: ${comment} }
Resources:
${site}${Array.from({ length: resources }, (_, index) => `  T${index}: { Type: AWS::SNS::Topic }\n`).join('')}`
function opened(text: string) {
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

test('a template beyond the limits of CloudFormation is read, with a note for each', () => {
  const text = template(500, 'x'.repeat(1024 * 1024))
  const { document, notes, format } = opened(text)
  expect(Object.keys(document.resources)).toHaveLength(501)
  expect(notes.map(({ rule, severity, message }) => [rule, severity, message.slice(0, 24)])).toEqual([
    ['import/over-limit', 'info', 'The template has 1.0 MB,'],
    ['import/over-limit', 'info', '“Resources” holds 501, a'],
  ])
  expect(writeFormat(format.id, document).text).toBe(text)
})

test('a template within them has none', () => {
  expect(opened(template(499, 'x')).notes).toEqual([])
})

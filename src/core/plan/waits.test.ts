/** Every example of the gallery can be applied: what is not CloudFront's is made here, or one thing is to be chosen. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { thingAt } from '#things/thing.ts'
import { boundTo, wantedBuckets, wantedCertificates } from './around.ts'
import { planDesign } from './plan.ts'
import { waitInWords, waitsOf } from './waits.ts'

const designOf = (file: string) => {
  const read = readSource(readFileSync(`public/examples/${file}`, 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.document
}
const blockedIn = (document: ReturnType<typeof designOf>) =>
  planDesign(document, {}).steps.flatMap(({ resource, obstacle }) =>
    obstacle === undefined ? [] : [resource],
  )

test.each(readdirSync('public/examples'))('%s is applied, but for one thing to choose at most', (file) => {
  const document = designOf(file)
  expect([...new Set(waitsOf(document).map(({ resource }) => resource))]).toEqual(blockedIn(document))
  const made = boundTo(document, [
    ...wantedBuckets(document).map(({ resource }) => ({
      made: 'bucket' as const,
      resource,
      value: 'a-bucket',
    })),
    ...wantedCertificates(document).map(({ resource }) => ({
      made: 'certificate' as const,
      resource,
      value: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
    })),
  ])
  const left = waitsOf(made)
  expect(left.length).toBeLessThanOrEqual(1)
  const chosen = left.reduce((design, wait) => {
    // Its button leads to a field of a form.
    expect(thingAt(design, wait.path)?.path.length).toBeLessThan(wait.path.length)
    expect(wait.by).toBe('choice')
    expect(waitInWords(design, wait)).toMatch(/^“\w+” takes its \w+ from “\w+” \(AWS::.*Choose one/)
    return applyEdit(design, setAt(wait.path, 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/door/1'))
  }, made)
  expect(blockedIn(chosen)).toEqual([])
})

test('the web ACL of the office is the one thing to choose', () => {
  const document = designOf('office-only.yaml')
  expect(waitsOf(document)).toEqual([
    { resource: 'Site', path: ['resources', 'Site', 'config', 'WebACLId'], on: 'Door', by: 'choice' },
    {
      resource: 'Site',
      path: ['resources', 'Site', 'config', 'Origins', 0, 'DomainName'],
      on: 'Content',
      by: 'bucket',
    },
  ])
})

test('a value of several things names its field', () => {
  const document = designOf('failover.yaml')
  const path = ['resources', 'Site', 'config', 'Comment']
  const open = applyEdit(document, setAt(path, { unknown: '!Sub a', expression: { 'Fn::Sub': 'a' } }))
  expect(waitsOf(open).map((wait) => waitInWords(open, wait))).toEqual([
    '“Site” takes its Comment from a value that only another deployment decides. Choose one that the account has, or write it.',
  ])
})

test('a parameter without a value is named, and what AWS itself gives is none', () => {
  const text = readFileSync('public/examples/failover.yaml', 'utf8')
  const withComment = (value: string) => {
    const read = readSource(
      `Parameters:\n  Label: {Type: String}\n${text.replace('Enabled: true', `Enabled: true\n        Comment: ${value}`)}`,
    )
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    return waitsOf(read.value.document).map((wait) => [
      wait.parameter,
      waitInWords(read.value.document, wait),
    ])
  }
  expect(withComment('!Ref Label')).toEqual([
    [
      'Label',
      '“Site” takes its Comment from the parameter “Label”, which has no value. Give it one, or choose one that the account has.',
    ],
  ])
  expect(withComment('!Ref AWS::StackName').map(([parameter]) => parameter)).not.toContain('AWS::StackName')
})

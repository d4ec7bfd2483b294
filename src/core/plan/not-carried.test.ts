import { expect, test } from 'vitest'
import { resourceKinds, resourceTypes } from '#core/resources/index.ts'
import { everyField } from '#fixtures/every-field.ts'
import { notCarried, notCarriedLines, notCarriedPage } from './not-carried.ts'
import { planDesign } from './plan.ts'

test.each(resourceTypes)('%s: a plan says what of it an apply leaves out', (type) => {
  const { document } = everyField(type)
  const told = planDesign(document, {}).notCarried
  expect(told).toEqual(notCarried(document))
  const { deployment, notCarried: parts = [] } = resourceKinds[type]
  const tags = deployment?.isTagged ? [] : ['its tags']
  expect(told.map(({ what }) => what)).toEqual(deployment === null ? ['all of it'] : [...tags, ...parts])
  for (const one of told.filter(({ what }) => what !== 'its tags'))
    expect(notCarriedPage()).toContain(`| ${type} | ${one.what} |`)
})

test('what is left out of a resource has a line, and all that are left out have one', () => {
  const lines = notCarriedLines([
    { resource: 'Site', type: 'Distribution', what: 'its tags' },
    { resource: 'Ips', type: 'AnycastIpList', what: 'all of it' },
    { resource: 'Bucket', type: 'AWS::S3::Bucket', what: 'all of it' },
  ])
  expect(lines).toEqual([
    'Not deployed by Frontage: of Distribution “Site”, its tags',
    'Not deployed by Frontage: Ips, Bucket',
  ])
})

import { expect, test } from 'vitest'
import { bucketGranting, bucketOrigin, customOrigin, distribution, oac } from '#fixtures/build.ts'
import { project } from '#things/project.ts'
import { summaryOf } from '#things/summary.ts'
import { outlineEntries } from './entries.ts'

test('a resource is called by its name, and then by its kind in words', () => {
  const design = distribution({}, { Oac: oac, ...bucketGranting('s3:GetObject') })
  const own = outlineEntries(design, []).filter(({ path }) => path[1] === 'Oac' || path[1] === 'Files')
  expect(own.map(({ label }) => label)).toEqual(['Oac · Origin access control', 'Files · S3 bucket'])
  for (const { label, about = '' } of own) expect(label.endsWith(about) && about !== '').toBe(true)
})

test('an origin has the icon that its card on the canvas has', () => {
  const balancer = { DomainName: 'shop-1.eu-west-1.elb.amazonaws.com' }
  const design = distribution({
    Origins: [bucketOrigin('files'), customOrigin('web'), customOrigin('shop', balancer)],
  })
  const nodes = project(design).nodes.filter(({ kind }) => kind === 'origin')
  const origins = outlineEntries(design, []).filter(({ kind }) => kind === 'Origin')
  expect(origins.map(({ picture }) => picture)).toEqual(['bucket', 'server', 'balancer'])
  expect(nodes.map((node) => summaryOf(design, node).picture)).toEqual(['bucket', 'server', 'balancer'])
})

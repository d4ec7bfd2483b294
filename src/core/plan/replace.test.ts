/** A VPC origin that a distribution uses: another one takes its place, for CloudFront changes none in use. */
import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { MemoryAccount } from '#fixtures/memory-account.ts'

const inVpc = (Name: string, HTTPPort: number, isUsed = true): DesignDocument =>
  distribution(
    {
      Origins: [
        isUsed
          ? {
              key: 'web',
              Id: 'web',
              DomainName: 'internal.example.com',
              VpcOriginConfig: { VpcOriginId: { ref: 'Balancer' } },
            }
          : customOrigin('web'),
      ],
    },
    {
      Balancer: {
        type: 'VpcOrigin',
        config: {
          Name,
          Arn: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/web/1',
          HTTPPort,
          HTTPSPort: 443,
          OriginProtocolPolicy: 'http-only',
        },
      },
    },
  )
const stepOf = (plan: { readonly steps: readonly { readonly resource: string }[] }, name: string) =>
  plan.steps.find(({ resource }) => resource === name)

test('a change of a VPC origin in use is refused in the plan, with the way that leads there', async () => {
  const account = new MemoryAccount()
  await account.apply(inVpc('balancer', 80))
  const { plan } = await account.plan(inVpc('balancer', 8080))
  expect(stepOf(plan, 'Balancer')).toMatchObject({
    action: 'update',
    obstacle: expect.stringContaining('does not change “Balancer” while “Site” uses it. Give it a new Name'),
  })
})

test('under a new name another one is made, the distribution is switched, and the earlier one is deleted', async () => {
  const account = new MemoryAccount()
  await account.apply(inVpc('balancer', 80))
  const { plan, progress } = await account.apply(inVpc('balancer-2', 8080), {
    deletions: new Set(['Balancer']),
  })
  expect(plan.steps.map(({ action, resource }) => `${action} ${resource}`)).toEqual([
    'replace Balancer',
    'update Site',
    'delete Balancer',
  ])
  expect(progress.filter(({ status }) => status === 'failed')).toEqual([])
})

test('a VPC origin that nothing uses is changed', async () => {
  const account = new MemoryAccount()
  await account.apply(inVpc('balancer', 80, false))
  const { plan } = await account.plan(inVpc('balancer', 8080, false))
  expect(stepOf(plan, 'Balancer')).not.toHaveProperty('obstacle')
})

import { expect, test } from 'vitest'
import type { DesignDocument, Tag } from '#core/model/document.ts'
import { behavior, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { MemoryAccount } from '#fixtures/memory-account.ts'
import { changesBetween } from './diff.ts'
import { notCarried } from './not-carried.ts'
import { planDesign } from './plan.ts'
import { resolveConfig } from './resolve.ts'
import { fromTagList, keepingOthersTags } from './tags.ts'

const site = distribution({
  Origins: [customOrigin('web')],
  DefaultCacheBehavior: defaultBehavior('web'),
  CacheBehaviors: [behavior('/a/*', 'web')],
})
const [name = ''] = Object.keys(site.resources)
function withTags(tags: readonly Tag[] | undefined): DesignDocument {
  const resource = site.resources[name]
  if (!resource) throw new Error('The site has no distribution.')
  return { ...site, resources: { [name]: { ...resource, ...(tags && { tags }) } } }
}
const production = withTags([{ Key: 'env', Value: 'prod' }])
const id = `Distribution-${name}`

/** What a plan changes, as “path: before → after”. */
async function changes(account: MemoryAccount, document: DesignDocument) {
  const { plan } = await account.plan(document)
  expect(plan.steps.map(({ consequences }) => consequences)).toEqual(plan.steps.map(() => []))
  return plan.steps.flatMap((step) =>
    step.changes.map(({ path, before, after }) => `${path.join('.')}: ${before} → ${after}`),
  )
}
const liveTags = (account: MemoryAccount) => account.made.get(id)?.config['Tags']

test('a tag that changes, comes or goes is a line of the plan', async () => {
  const account = new MemoryAccount()
  await account.apply(production)
  expect(liveTags(account)).toEqual({ env: 'prod' })
  expect(await changes(account, production)).toEqual([])
  expect(await changes(account, withTags([{ Key: 'env', Value: 'dev' }]))).toEqual(['Tags.env: prod → dev'])
  expect(await changes(account, withTags([]))).toEqual(['Tags.env: prod → undefined'])
  expect(await changes(account, withTags(undefined))).toEqual(['Tags.env: prod → undefined'])
  const both = [...['env', 'team'].map((Key) => ({ Key, Value: 'prod' }))]
  expect(await changes(account, withTags(both))).toEqual(['Tags.team: undefined → prod'])
})

test('a tag that others put there stays, also where one of the design’s own changes', async () => {
  const account = new MemoryAccount()
  await account.apply(production)
  account.change(id, { Tags: { env: 'prod', 'cost-center': '42', Quantity: 'x', Items: '' } })
  expect(await changes(account, production)).toEqual([])
  await account.apply(withTags([{ Key: 'env', Value: 'dev' }]))
  expect(liveTags(account)).toEqual({ env: 'dev', 'cost-center': '42', Quantity: 'x', Items: '' })
  await account.apply(withTags(undefined))
  expect(liveTags(account)).toEqual({ 'cost-center': '42', Quantity: 'x', Items: '' })
})

test('a tag that others changed is kept while the design says the same, and a conflict where it does not', async () => {
  const account = new MemoryAccount()
  await account.apply(production)
  account.change(id, { Tags: { env: 'theirs' } })
  const [kept] = (await account.plan(production)).plan.steps
  expect(kept).toMatchObject({ action: 'unchanged', conflicts: [{ isTwoSided: false }] })
  const [conflict] = (await account.plan(withTags([{ Key: 'env', Value: 'dev' }]))).plan.steps
  expect(conflict?.conflicts).toMatchObject([
    { path: ['Tags', 'env'], base: 'prod', live: 'theirs', wanted: 'dev', isTwoSided: true },
  ])
})

test('what was imported keeps its tags where the design has no place for them', async () => {
  const account = new MemoryAccount()
  const { config } = resolveConfig(site, name, {})
  const live = { type: 'Distribution' as const, physicalId: id, arn: 'a', etag: '1' }
  const made = { ...config, CallerReference: 'console', Tags: { env: 'prod' } }
  account.made.set(id, { ...live, config: made })
  const imported = { resource: name, type: 'Distribution', action: 'import', status: 'done' } as const
  account.journal.push({ ...imported, run: 'i', at: '', physicalId: id, after: made })
  expect(await changes(account, site)).toEqual([])
  await account.apply(withTags([{ Key: 'team', Value: 'web' }]))
  expect(liveTags(account)).toEqual({ team: 'web' })
})

test('a tag is a text, whatever a field of its name would mean', () => {
  const tags = (value: string) => ({ Tags: { PriceClass: value, constructor: value } })
  expect(changesBetween(tags(''), tags('PriceClass_All'))).toHaveLength(2)
  expect(changesBetween({}, tags(''))).toHaveLength(2)
  expect(changesBetween({}, { Tags: {} })).toEqual([])
})

test('what AWS puts there by itself is nobody’s, and no way back takes others’ tags along', () => {
  expect(fromTagList([{ Key: 'aws:cloudformation:stack-name', Value: 'x' }, { Key: 'a' }])).toEqual({ a: '' })
  const back = keepingOthersTags(
    { Tags: { env: 'a' } },
    { Tags: { env: 'b', cost: '1' } },
    { Tags: { env: 'b' } },
  )
  expect(back).toEqual({ Tags: { cost: '1', env: 'a' } })
})

test('a tag that only a deployment decides is left out and said, the others are set', () => {
  const document = withTags([
    { Key: 'stack', Value: { unknown: '!Ref AWS::StackName', expression: { Ref: 'AWS::StackName' } } },
    { Key: 'env', Value: 'prod' },
    { Key: 'aws:made', Value: 'up' },
  ])
  expect(resolveConfig(document, name, {})).toMatchObject({ config: { Tags: { env: 'prod' } }, open: [] })
  expect(notCarried(document).map(({ what }) => what)).toEqual([
    'its tag “stack”, whose value only a deployment decides',
    'its tag “aws:made”, which only AWS sets',
  ])
})

test('where tags may not be read they stay as they are, and the plan says why', () => {
  const { config } = resolveConfig(site, name, {})
  const tagsUnread = 'Reading the tags: AWS answers AccessDenied.'
  const live = { [name]: { physicalId: 'E1', etag: '1', config, tagsUnread } }
  const plan = planDesign(production, live)
  expect(plan.steps).toMatchObject([{ action: 'unchanged' }])
  expect(plan.notCarried).toMatchObject([{ resource: name, what: `its tags (${tagsUnread})` }])
})

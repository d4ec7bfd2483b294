import { afterAll, beforeEach, expect, test } from 'vitest'
import type { DistributionConfig } from '#core/model/document.ts'
import { setAt } from '#core/model/edit.ts'
import type { Drivers } from '#core/plan/driver.ts'
import { runsOf } from '#core/plan/journal.ts'
import { conflictInPage } from '#core/plan/ownership.ts'
import { bucketGranting, bucketOrigin, distribution, filesHost, oac } from '#fixtures/build.ts'
import { MemoryAccount } from '#fixtures/memory-account.ts'
import { choicesInAccount, learnIdentity, setAccountPort } from './account.ts'
import { takeFromAccount } from './account-import.ts'
import { runApply } from './applying.ts'
import {
  confirmDeletion,
  forgetDeployment,
  makeBeside,
  makePlan,
  makeUndoPlan,
  readCutOff,
  rememberMade,
  setJournalPort,
  useDeployment,
  watchCredentials,
} from './deployment.ts'
import { commit, currentDocument, openDesign } from './design.ts'
import { watchDrift } from './drift.ts'

let memory = new MemoryAccount()
const lines = new Map<string, string[]>()
/** Runs after each line that is written into a journal. */
let afterLine = () => {}
let whose = '111111111111'
/** The accounts for which changes were asked for. */
const changed: (string | null)[] = []
const none = () => Promise.reject(new Error('not asked'))

/** As the account in memory, whose distributions are at all edge locations at once. */
const deployedAtOnce = (drivers: Drivers): Drivers => ({
  ...drivers,
  ...(drivers.Distribution && {
    Distribution: { ...drivers.Distribution, isDeployed: () => Promise.resolve(true) },
  }),
})

beforeEach(() => {
  memory = new MemoryAccount()
  whose = '111111111111'
  changed.length = 0
  lines.clear()
  afterLine = () => {}
  setAccountPort(() =>
    Promise.resolve({
      drivers: deployedAtOnce(memory.drivers),
      site: { invalidate: none, invalidation: none, promote: none },
      changing: (scope) => {
        changed.push(scope.account)
        return {
          drivers: deployedAtOnce(memory.drivers),
          site: { invalidate: none, invalidation: none, promote: none },
          around: none,
        }
      },
      testFunction: none,
      choices: (kind) => Promise.resolve([{ value: kind, name: kind, detail: 'one' }]),
      identity: () =>
        Promise.resolve({ account: whose, endpoint: 'https://api', source: 'profile' } as never),
      metrics: none,
      chooseProfile: none,
      pasteCredentials: none,
      forgetCredentials: none,
    }),
  )
  setJournalPort({
    read: async (name) => lines.get(name) ?? [],
    all: async (beginning) => [...lines].flatMap(([name, list]) => (name.startsWith(beginning) ? list : [])),
    add: async (name, line) => {
      lines.set(name, [...(lines.get(name) ?? []), line])
      afterLine()
    },
  })
  openDesign('one', 'One', distribution())
})
const stop = watchDrift()
afterAll(stop)

test('a plan is run on the design that it was made for, and on no other', async () => {
  await makePlan()
  commit(setAt(['resources', 'Site', 'config', 'Comment'], 'edited since'))
  await runApply()
  expect(memory.made.size).toBe(0)
  await makePlan()
  await runApply()
  expect([...memory.made.values()].map(({ config }) => config['Comment'])).toEqual(['edited since'])
  expect(useDeployment.getState().plan?.steps.every(({ action }) => action === 'unchanged')).toBe(true)
})

test('what a run did stands in the journal of its own design, whichever design is opened meanwhile', async () => {
  await makePlan()
  afterLine = () => openDesign('two', 'Two', distribution({ Comment: 'other' }))
  await runApply()
  expect([...lines.keys()].map((name) => name.split(' ')[0])).toEqual(['one'])
  expect(memory.made.size).toBe(1)
  expect(useDeployment.getState()).toMatchObject({ plan: undefined, progress: [], journal: [], stale: {} })
})

test('another design forgets what was planned and read for the one before', async () => {
  await makePlan()
  expect(useDeployment.getState().plan).toBeDefined()
  openDesign('two', 'Two', currentDocument())
  expect(useDeployment.getState().plan).toBeUndefined()
})

test('a failure of the account is told, and what was done stays in the journal', async () => {
  await makePlan()
  memory.allowance = 0
  await runApply()
  expect(useDeployment.getState().failure).toBe('The connection is gone.')
  expect(useDeployment.getState().busy).toBeUndefined()
})

test('an apply that was cut off is told of before any plan, until one has come to its end', async () => {
  expect(await readCutOff()).toEqual([])
  await makePlan()
  memory.allowance = 0
  await runApply()
  forgetDeployment()
  expect(await readCutOff()).toMatchObject([{ resource: 'Site', action: 'create', in: { account: whose } }])
  memory.allowance = Number.POSITIVE_INFINITY
  openDesign('on', 'Another', distribution())
  expect(await readCutOff()).toEqual([])
  openDesign('one', 'One', distribution())
  await makePlan()
  await runApply()
  expect(await readCutOff()).toEqual([])
})

test('what looks like the design is told without a word of the command, and another is made beside it', async () => {
  await makePlan()
  await runApply()
  const first = currentDocument()
  openDesign('two', 'Two', first)
  await makePlan()
  const [conflict] = useDeployment.getState().plan?.conflicts ?? []
  expect(conflict).toMatchObject({ resource: 'Site', kind: 'lookalike' })
  expect(conflict && conflictInPage(conflict)).not.toContain('--')
  expect(useDeployment.getState().plan?.steps[0]?.obstacle).toContain('--create Site')
  await makeBeside('Site')
  const { plan } = useDeployment.getState()
  expect(plan?.conflicts).toEqual([])
  expect(plan?.steps).toMatchObject([{ action: 'create', resource: 'Site' }])
  expect(plan?.steps[0]?.obstacle).toBeUndefined()
})

test('a deletion is confirmed by its whole name alone', () => {
  confirmDeletion('Site', 'Sit')
  expect(useDeployment.getState().confirmed.has('Site')).toBe(false)
  confirmDeletion('Site', 'Site')
  expect(useDeployment.getState().confirmed.has('Site')).toBe(true)
  confirmDeletion('Site', 'Site ')
  expect(useDeployment.getState().confirmed.has('Site')).toBe(false)
})

test('an apply is for the account of the plan, and its journal says which that was', async () => {
  await makePlan()
  await runApply()
  expect(changed).toEqual(['111111111111'])
  const entries = [...lines.values()].flat().map((line) => JSON.parse(line))
  expect(entries.length).toBeGreaterThan(0)
  expect(entries.every((entry) => entry.in.account === '111111111111')).toBe(true)
})

test('other credentials drop the plan, and say so', async () => {
  const stopWatching = watchCredentials()
  await makePlan()
  expect(useDeployment.getState().plan).toBeDefined()
  whose = '222222222222'
  await learnIdentity()
  expect(useDeployment.getState()).toMatchObject({
    plan: undefined,
    failure: expect.stringContaining('plan again'),
  })
  await runApply()
  expect(changed).toEqual([])
  stopWatching()
})

test('the journal of one account says nothing in another', async () => {
  await makePlan()
  await runApply()
  whose = '222222222222'
  await makePlan()
  expect(useDeployment.getState().plan?.steps).toMatchObject([
    { action: 'create', obstacle: expect.stringContaining('nothing proves') },
  ])
})

test('what of the account can stand in a field is told, and in words where there is no account', async () => {
  setAccountPort(() => Promise.resolve(undefined))
  const none = await choicesInAccount('buckets')
  expect(none.ok ? '' : none.error).toContain('frontage serve')
})

/** A site that reads a bucket of the design, whose host is an expression until the bucket has been made. */
const readsBucket = (more: Partial<DistributionConfig> = {}) =>
  distribution(
    { Origins: [bucketOrigin('web', { DomainName: filesHost })], ...more },
    { Oac: oac, ...bucketGranting('s3:GetObject') },
  )
async function appliedWithBucket(): Promise<void> {
  openDesign('one', 'One', readsBucket())
  await makePlan()
  await rememberMade({ made: 'bucket', resource: 'Files', value: 'files-1', status: 'done' })
  await makePlan()
  await runApply()
}
const enabled = ['resources', 'Site', 'config', 'Enabled']
const steps = () => useDeployment.getState().plan?.steps ?? []

test('what an apply did before it was cut off is not done again, and another plan goes on from there', async () => {
  openDesign('one', 'One', distribution({ Origins: [bucketOrigin('web')] }, { Oac: oac }))
  await makePlan()
  memory.allowance = 1
  await runApply()
  expect(useDeployment.getState()).toMatchObject({ ended: 'cut', failure: 'The connection is gone.' })
  memory.allowance = Number.POSITIVE_INFINITY
  await runApply()
  expect([...memory.made.values()].map(({ type }) => type)).toEqual(['OriginAccessControl'])
  await makePlan()
  expect(useDeployment.getState().ended).toBeUndefined()
  expect(steps().map(({ resource, action }) => [resource, action])).toEqual([
    ['Oac', 'unchanged'],
    ['Site', 'create'],
  ])
  await runApply()
  expect([...memory.made.values()].map(({ type }) => type)).toEqual(['OriginAccessControl', 'Distribution'])
})

test('objects are not called stale because their origin is an expression in the design', async () => {
  await appliedWithBucket()
  commit(setAt(enabled, false))
  await makePlan()
  useDeployment.setState({ allowed: new Set(['Site']) })
  await runApply()
  expect(useDeployment.getState()).toMatchObject({ failure: undefined, stale: {} })
})

test('after the way back nothing is called done that another plan would do, and the design takes what is live', async () => {
  await appliedWithBucket()
  commit(setAt(enabled, false))
  await makePlan()
  useDeployment.setState({ allowed: new Set(['Site']) })
  await runApply()
  await makeUndoPlan(runsOf(useDeployment.getState().journal).at(-1) ?? '')
  await runApply()
  expect(useDeployment.getState()).toMatchObject({ ended: 'back', progress: [] })
  expect(steps().find(({ resource }) => resource === 'Site')?.action).toBe('update')
  takeFromAccount('Site')
  expect(currentDocument().resources['Site']?.config).toEqual(
    readsBucket({ Enabled: true }).resources['Site']?.config,
  )
  await makePlan()
  expect(steps().every(({ action }) => action === 'unchanged')).toBe(true)
})

test('the way back tells what it makes stale, which is not what the design would', async () => {
  const path = ['resources', 'Site', 'config', 'Origins', 0, 'OriginPath']
  await makePlan()
  await runApply()
  commit(setAt(path, '/v2'))
  await makePlan()
  await runApply()
  expect(useDeployment.getState().stale).toMatchObject({ Site: [{ path: '/*' }] })
  useDeployment.setState({ stale: {} })
  await makeUndoPlan(runsOf(useDeployment.getState().journal).at(-1) ?? '')
  await runApply()
  expect(useDeployment.getState().stale).toMatchObject({ Site: [{ path: '/*' }] })
})

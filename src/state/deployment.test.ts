import { afterAll, beforeEach, expect, test } from 'vitest'
import { setAt } from '#core/model/edit.ts'
import type { Drivers } from '#core/plan/driver.ts'
import { distribution } from '#fixtures/build.ts'
import { MemoryAccount } from '#fixtures/memory-account.ts'
import { choicesInAccount, learnIdentity, setAccountPort } from './account.ts'
import {
  confirmDeletion,
  makePlan,
  runApply,
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

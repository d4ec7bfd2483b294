/** The stores that are a list or a word. */
import { beforeEach, expect, test } from 'vitest'
import { DriverFailure } from '#core/plan/driver.ts'
import { account, learnIdentity, setAccountPort, useAccount } from './account.ts'
import { commands, possibleCommands, registerCommands } from './commands.ts'
import {
  dismissFirstSteps,
  firstStepsText,
  goToStep,
  leaveFirstSteps,
  resumeFirstSteps,
  showFirstSteps,
  useFirstSteps,
} from './first-steps.ts'
import { recordingRunner, useFunctions } from './functions.ts'

beforeEach(() => setAccountPort(() => Promise.resolve(undefined)))

test('the first steps go on where they were left, are gone for good once dismissed, and survive any kept word', () => {
  showFirstSteps()
  goToStep(3)
  leaveFirstSteps()
  const kept = firstStepsText(useFirstSteps.getState())
  goToStep(0)
  resumeFirstSteps(kept)
  expect(useFirstSteps.getState()).toEqual({ step: 3, isShown: false, isDismissed: false })
  dismissFirstSteps()
  resumeFirstSteps(firstStepsText(useFirstSteps.getState()))
  expect(useFirstSteps.getState().isDismissed).toBe(true)
  for (const word of ['', '12', 'x', '-1']) {
    resumeFirstSteps(word)
    expect(useFirstSteps.getState()).toMatchObject({ step: 0, isDismissed: false })
  }
})

test('a command that would do nothing now is not offered, and every feature adds to one list', () => {
  const before = commands().length
  registerCommands(() => [
    { id: 'test.yes', label: 'Yes', group: 'Test', run: () => {} },
    { id: 'test.no', label: 'No', group: 'Test', isPossible: () => false, run: () => {} },
  ])
  expect(commands().length).toBe(before + 2)
  expect(possibleCommands().map(({ id }) => id)).toEqual(['test.yes'])
})

test('a page without a server says how to get one, and a client that cannot be loaded how to go on', async () => {
  await expect(account()).rejects.toThrow('frontage serve')
  setAccountPort(() => Promise.reject(new Error('chunk')))
  await expect(account()).rejects.toThrow(DriverFailure)
  expect(await learnIdentity()).toBe(false)
  expect(useAccount.getState()).toMatchObject({ busy: false, identity: undefined })
  expect(useAccount.getState().failure).toContain('reload the page')
})

test('the runs of functions are kept up to a number, the newest first, and nothing of an answer', async () => {
  const runner = recordingRunner({ run: () => Promise.resolve({ secret: true } as never), dispose: () => {} })
  for (let run = 0; run < 60; run += 1) await runner.run({ code: String(run), event: null } as never)
  const { recorded } = useFunctions.getState()
  expect(recorded.length).toBe(40)
  expect(recorded[0]).toEqual({ code: '59', event: null })
})

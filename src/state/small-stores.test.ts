/** The stores that are a list or a word. */
import { beforeEach, expect, test } from 'vitest'
import { emptyDesign } from '#core/model/document.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import { account, learnIdentity, setAccountPort, useAccount } from './account.ts'
import { commands, possibleCommands, registerCommands } from './commands.ts'
import { openDesign } from './design.ts'
import {
  canShowFirstSteps,
  dismissFirstSteps,
  firstStepsText,
  lastFirstStep,
  resumeFirstSteps,
  showFirstSteps,
  useFirstSteps,
} from './first-steps.ts'
import { recordingRunner, useFunctions } from './functions.ts'
import { beginExample, currentProgress, goToTutorialStep, showTutorial, useTutorials } from './tutorial.ts'

beforeEach(() => setAccountPort(() => Promise.resolve(undefined)))

test('the first steps go on where they were left, on this design or a new one, and not beside an example', () => {
  openDesign('one', 'One', emptyDesign)
  showFirstSteps()
  expect(currentProgress()).toMatchObject({ at: 1, isShown: true })
  goToTutorialStep(3)
  showTutorial(false)
  showFirstSteps()
  expect(currentProgress()).toMatchObject({ at: 3, isShown: true })
  openDesign('two', 'Two', emptyDesign)
  expect(canShowFirstSteps()).toBe(true)
  showFirstSteps()
  expect(currentProgress()).toMatchObject({ at: 3, isShown: true })
  openDesign('three', 'Three', emptyDesign)
  beginExample('wordpress')
  expect(canShowFirstSteps()).toBe(false)
  expect(lastFirstStep(useTutorials.getState())).toBe(3)
})

test('first steps that were dismissed stay so, and any kept word is survived', () => {
  dismissFirstSteps()
  resumeFirstSteps(firstStepsText(useFirstSteps.getState()))
  expect(useFirstSteps.getState().isDismissed).toBe(true)
  for (const word of ['', '12', 'x', '-1']) {
    resumeFirstSteps(word)
    expect(useFirstSteps.getState().isDismissed).toBe(false)
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

import { expect, test } from 'vitest'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { firstStepsText, goToStep, resumeFirstSteps, useFirstSteps } from '#state/first-steps.ts'
import { firstSteps } from './steps.ts'

test('there are at most five steps', () => expect(firstSteps.length).toBeLessThanOrEqual(5))

test('the steps about drawing are done once the design has what they are about', () => {
  const [origins, behaviors] = firstSteps
  const blank = distribution({ Origins: [], CacheBehaviors: [] })
  expect(origins?.isDone?.(blank)).toBe(false)
  expect(origins?.isDone?.(distribution({ Origins: [customOrigin('a')] }))).toBe(true)
  expect(behaviors?.isDone?.(blank)).toBe(false)
})

test('what was kept between visits is taken up again, and nonsense begins anew', () => {
  goToStep(3)
  resumeFirstSteps(firstStepsText(useFirstSteps.getState()))
  expect(useFirstSteps.getState()).toMatchObject({ step: 3, isDismissed: false })
  resumeFirstSteps('dismissed')
  expect(useFirstSteps.getState()).toMatchObject({ step: 0, isDismissed: true })
  resumeFirstSteps('<script>')
  expect(useFirstSteps.getState()).toMatchObject({ step: 0, isDismissed: false })
})

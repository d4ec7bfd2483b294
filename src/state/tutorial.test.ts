import { expect, test } from 'vitest'
import { whyAMiss } from '#core/gallery/tutorials/wordpress.ts'
import { emptyDesign } from '#core/model/document.ts'
import { openDesign } from './design.ts'
import {
  answerStep,
  beginAgain,
  beginExample,
  currentProgress,
  goToTutorialStep,
  markDone,
  readWorld,
  resumeTutorials,
  showTutorial,
  solveStep,
  tutorialsText,
  useTutorials,
} from './tutorial.ts'

const [first, question] = whyAMiss.steps
if (!first || !question) throw new Error('The tutorial has steps.')

test('a tutorial belongs to the design that was made from its example, and is taken up after a reload', async () => {
  openDesign('one', 'WordPress', emptyDesign)
  beginExample('wordpress')
  goToTutorialStep(2)
  markDone(first)
  markDone(first)
  await solveStep(whyAMiss, question)
  showTutorial(false)
  const kept = tutorialsText()
  useTutorials.setState({ of: {} })
  expect(currentProgress()).toBeUndefined()
  resumeTutorials(kept)
  expect(currentProgress()).toEqual({
    example: 'wordpress',
    at: 2,
    isShown: false,
    done: ['first'],
    answers: { newsletter: 1 },
  })
  expect(question.isDone(readWorld())).toBe(true)
  openDesign('two', 'Another', emptyDesign)
  expect(currentProgress()).toBeUndefined()
  answerStep(question, 0)
  expect(Object.keys(useTutorials.getState().of)).toEqual(['one'])
})

test('begun again, nothing of it is done, and the oldest of many is forgotten', () => {
  for (let number = 0; number < 60; number += 1) {
    openDesign(`design-${number}`, 'WordPress', emptyDesign)
    beginExample('wordpress')
  }
  markDone(first)
  beginAgain()
  expect(currentProgress()).toMatchObject({ at: 0, done: [], answers: {}, isShown: true })
  expect(Object.keys(useTutorials.getState().of)).toHaveLength(50)
  expect(useTutorials.getState().of['design-0']).toBeUndefined()
})

test('what is no progress is left out, whatever was kept', () => {
  const good = {
    example: 'wordpress',
    at: 1.5,
    isShown: 'yes',
    done: [1, 'first'],
    answers: { a: 'b', c: 2 },
  }
  resumeTutorials(JSON.stringify({ a: good, b: { ...good, at: -1 }, c: 7, d: { ...good, example: 3 } }))
  expect(useTutorials.getState().of).toEqual({
    a: { example: 'wordpress', at: 1, isShown: false, done: ['first'], answers: { c: 2 } },
  })
  resumeTutorials('{')
  expect(Object.keys(useTutorials.getState().of)).toEqual(['a'])
})

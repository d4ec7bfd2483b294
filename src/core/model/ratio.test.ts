import { expect, test } from 'vitest'
import { ratioInWords } from './ratio.ts'

test('a ratio is written with one digit, and only all of them are 100.0 %', () => {
  const written = [0, 0.4793, 0.5, 0.9994, 0.99996, 1].map(ratioInWords)
  expect(written).toEqual(['0.0 %', '47.9 %', '50.0 %', '99.9 %', '99.9 %', '100.0 %'])
})

import { expect, test } from 'vitest'
import { fitFor, fits, widthOf } from './fit.ts'

test('a pane takes the widest drawing that is read at nine tenths of its size', () => {
  expect(fitFor(1400, false).id).toBe('full')
  expect(fitFor(960, false).id).toBe('middle')
  expect(fitFor(760, false).id).toBe('slim')
  expect(fitFor(580, false).id).toBe('narrow')
  expect(fitFor(440, false).id).toBe('tiny')
  expect(fitFor(200, false).id).toBe('tiny')
})

test('origin groups need a column of their own, and so a narrower drawing', () => {
  expect(fitFor(1000, true).id).not.toBe(fitFor(1000, false).id)
})

test('a frame is never narrower than its columns, and never wider than an eye follows', () => {
  for (const pane of [300, 640, 868, 1100, 1440, 1920, 3840]) {
    const fit = fitFor(pane, false)
    expect(fit.frame).toBeGreaterThanOrEqual(fits[fit.id].frame)
    expect(fit.frame).toBeLessThanOrEqual(1120)
  }
})

test('every drawing is narrower than the one before it', () => {
  const widths = Object.values(fits).map((fit) => widthOf(fit, true))
  expect(widths).toEqual(widths.toSorted((a, b) => b - a))
})

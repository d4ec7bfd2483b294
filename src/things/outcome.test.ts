import { expect, test } from 'vitest'
import { outcomeOf, outcomeShapes } from './outcome.ts'

const of = (status: number, resultType: string, servedBy: Parameters<typeof outcomeOf>[0]['servedBy']) =>
  outcomeOf({ status, resultType, servedBy })

test('each kind of outcome has a shape of its own', () => {
  const shapes = Object.values(outcomeShapes)
  expect(new Set(shapes).size).toBe(shapes.length)
})

test('what came of a request is a hit, a refresh, a miss, made at the edge, refused or an error', () => {
  expect(of(200, 'Hit', 'edge')).toBe('hit')
  expect(of(200, 'RefreshHit', 'origin')).toBe('refresh')
  expect(of(200, 'Miss', 'origin')).toBe('miss')
  expect(of(301, 'Redirect', 'edge-generated')).toBe('made')
  expect(of(200, 'FunctionGeneratedResponse', 'function')).toBe('made')
  expect(of(403, 'Error', 'edge-generated')).toBe('refused')
})

test('an error is one wherever it was served from: never the color of a hit', () => {
  expect(of(404, 'Hit', 'edge')).toBe('error')
  expect(of(502, 'Error', 'edge-generated')).toBe('error')
  expect(of(403, 'Error', 'origin')).toBe('error')
})

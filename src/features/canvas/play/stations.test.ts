import { expect, test } from 'vitest'
import type { TraceEvent } from '#core/model/scenario.ts'
import { farthestOf, linesOf, pointsOf, words, wordsPoint } from './route.ts'
import { cacheHad, stationOf } from './stations.ts'

const event = (stage: string, more: Partial<TraceEvent> = {}): TraceEvent => ({
  stage,
  title: stage,
  detail: '',
  docs: null,
  basis: 'documented',
  ...more,
})

test('a step takes place at the thing that it concerns', () => {
  const places = ['distribution', 'cache-behavior', 'edge-cache', 'regional-edge-cache', 'origin-fetch'].map(
    (stage) => stationOf({ stage }),
  )
  expect(places).toEqual(['head', 'row', 'edge', 'region', 'origin'])
  expect(stationOf({ stage: 'not-played' })).toBe('head')
  expect(stationOf({ stage: 'constructor' })).toBe('head')
})

test('a cache had something fresh, something to be checked, or nothing; one that was not asked says nothing', () => {
  const fresh = event('edge-cache', { said: { is: 'fresh', place: 'FRA56', left: 7200, ttl: 9000 } })
  expect(cacheHad({ events: [fresh] }, 'edge')).toEqual({ outcome: 'hit', text: 'FRA56: fresh, 2 h left' })
  expect(cacheHad({ events: [fresh] }, 'region')).toBeUndefined()
  expect(cacheHad({ events: [event('edge-cache')] }, 'edge')?.outcome).toBe('miss')
  expect(cacheHad({ events: [event('edge-cache'), event('revalidation')] }, 'edge')?.outcome).toBe('refresh')
})

const passed = {
  viewer: { kind: 'viewer', position: { x: 0, y: 10 }, size: { width: 20, height: 20 } },
  frame: {
    owner: 'Site',
    x: 40,
    y: 0,
    width: 300,
    height: 200,
    lane: { top: 80, bottom: 180 },
    walls: [360, 400],
  },
  row: { kind: 'behavior', position: { x: 40, y: 80 }, size: { width: 300, height: 32 } },
  group: undefined,
  origin: { kind: 'origin', position: { x: 500, y: 60 }, size: { width: 100, height: 60 } },
} as const

test('the caches are on the way from the row to the origin', () => {
  const points = pointsOf(passed)
  expect(points.edge).toEqual({ x: 360, y: 96 })
  expect(points.region).toEqual({ x: 400, y: 96 })
  expect(points.origin).toEqual({ x: 500, y: 90 })
  expect(points.shield.x).toBeLessThan(points.origin.x)
})

test('the words of a step cover neither the row that is taken, nor the way, nor an origin', () => {
  const high = { ...passed, frame: { ...passed.frame, height: 900, lane: { top: 80, bottom: 880 } } }
  for (const one of [passed, high])
    for (const station of ['viewer', 'head', 'row', 'edge', 'region'] as const)
      for (const scale of [1, 1.6]) {
        const { x, y } = wordsPoint(one, station, scale)
        expect(y).toBeGreaterThan(one.row.position.y + one.row.size.height)
        expect(y).toBeGreaterThan(pointsOf(one)[station].y)
        expect(x).toBeGreaterThanOrEqual(one.frame.x)
        expect(x + words.width * scale).toBeLessThanOrEqual(one.origin.position.x)
      }
  expect(wordsPoint(passed, 'head', 1).y).toBeGreaterThan(passed.frame.height)
  expect(wordsPoint(high, 'head', 1).y).toBeLessThan(300)
  expect(wordsPoint(passed, 'origin', 1)).toEqual({ x: 500, y: 128 })
})

test('a way is drawn as far as the request came', () => {
  expect(linesOf(passed, 'head')).toBe('M20 20H40')
  expect(linesOf(passed, 'edge')).toBe('M20 20H40V96M340 96H360')
  expect(linesOf(passed, 'origin')).toContain('500 90')
  expect(farthestOf(['head', 'edge', 'row'])).toBe('edge')
  expect(farthestOf([])).toBe('viewer')
})

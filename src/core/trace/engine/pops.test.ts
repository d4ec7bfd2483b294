import { expect, test } from 'vitest'
import {
  originShieldRegions,
  pointsOfPresence,
  popByCode,
  popForCountry,
  regionalEdgeCaches,
} from './pops.ts'

test('every point of presence has a code of its own, a country and a regional edge cache', () => {
  expect(new Set(pointsOfPresence.map(({ code }) => code)).size).toBe(pointsOfPresence.length)
  const regions = new Set(regionalEdgeCaches.map(({ region }) => region))
  for (const { code, country, region } of pointsOfPresence) {
    expect(code).toMatch(/^[A-Z]{3}\d{1,3}$/)
    expect(country).toMatch(/^[A-Z]{2}$/)
    expect(regions.has(region), code).toBe(true)
  }
})

test('a place is served by the regional edge cache next to it', () => {
  expect(popByCode('FRA56').region).toBe('eu-central-1')
  expect(popByCode('NRT57').region).toBe('ap-northeast-1')
  expect(popByCode('GRU3').region).toBe('sa-east-1')
})

test('an unknown number at a known city is that city; an unknown city goes to us-east-1', () => {
  expect(popByCode('FRA99-P2')).toMatchObject({ code: 'FRA99-P2', city: popByCode('FRA56').city })
  expect(popByCode('XYZ1')).toMatchObject({ code: 'XYZ1', region: 'us-east-1' })
})

test('a viewer without a place is served in their country, else in Frankfurt', () => {
  expect(popForCountry('JP').country).toBe('JP')
  expect(popForCountry('AQ').code).toBe('FRA56')
  expect(popForCountry(undefined).code).toBe('FRA56')
})

test('Origin Shield is offered in Regions only', () => {
  for (const region of originShieldRegions) expect(region).toMatch(/^[a-z]{2}-[a-z]+-\d$/)
})

import { expect, test } from 'vitest'
import { behavior, customOrigin, distribution, group } from '#fixtures/build.ts'
import { writeFormat } from './index.ts'

const design = distribution({
  Aliases: ['www.example.com'],
  Origins: [customOrigin('a'), customOrigin('b')],
  OriginGroups: [group('pair', ['a', 'b'])],
  CacheBehaviors: [behavior('/<x> & "y"\u0000*', 'pair')],
})
const picture = () => writeFormat('svg', design).text

test('each thing is a box in the column of its kind, in the order of precedence', () => {
  const boxes = [...picture().matchAll(/<g class="(\w+)"><title>([^<]*)<\/title><rect x="(\d+)" y="(\d+)"/g)]
  expect(boxes.map(([, kind, title, x, y]) => [kind, title?.split(':')[0], Number(x), Number(y)])).toEqual([
    ['viewer', 'Viewers', 24, 40],
    ['distribution', 'Site', 296, 40],
    ['behavior', '1  /&lt;x&gt; &amp; &quot;y&quot; *', 568, 40],
    ['behavior', '2  Default (*)', 568, 108],
    ['group', 'pair', 840, 40],
    ['origin', 'a', 1112, 40],
    ['origin', 'b', 1112, 108],
  ])
})

test('every step of a request is an edge: viewer, behaviors, targets and the members of a group', () => {
  expect(picture().match(/marker-end/g)).toHaveLength(1 + 2 + 2 + 2)
  expect(picture()).toContain('>failover</text>')
})

test('texts are escaped, and characters that XML refuses are gone', () => {
  expect(picture()).not.toContain('<x>')
  expect(picture()).not.toContain('\u0000')
})

test('the same design gives the same bytes', () => {
  expect(picture()).toBe(picture())
})

test('a design without a distribution is an empty picture', () => {
  expect(writeFormat('svg', { ...design, resources: {} }).text).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"/)
})

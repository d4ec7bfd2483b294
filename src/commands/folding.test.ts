import { expect, test } from 'vitest'
import { addBehavior } from '#core/edits/behaviors.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { customOrigin, managed } from '#fixtures/build.ts'
import { prefixOf } from '#things/behavior-rows.ts'
import { project } from '#things/project.ts'
import { summaryOf } from '#things/summary.ts'
import { nodeOfPath } from '#things/thing.ts'
import { lanePrefix, lanePrefixes, laneTarget, laneTargets } from './folding.ts'

const site = ['resources', 'Site', 'config']
const start: DesignDocument = {
  formatVersion: 1,
  layout: {},
  scenarios: [],
  resources: {
    Site: {
      type: 'Distribution',
      config: {
        Origins: [customOrigin('web'), customOrigin('api')],
        DefaultCacheBehavior: { TargetOriginId: 'web', CachePolicyId: managed.cachingOptimized },
      },
    },
  },
}
/** Behaviors /0/* to /4/*; the first, second and fourth lead to `api`. */
function design(): DesignDocument {
  return ['web', 'api', 'web', 'api', 'api'].reduce((document, target, at) => {
    const added = applyEdit(document, addBehavior(document, 'Site', target).edit)
    return applyEdit(added, setAt([...site, 'CacheBehaviors', 0, 'PathPattern'], `/${4 - at}/*`))
  }, start)
}
const target = 'Site/origin/origin-api'
const drawn = (folded: readonly string[]) => project(design(), folded)
const behaviorsAndLanes = (folded: readonly string[]) =>
  drawn(folded)
    .nodes.filter(({ kind }) => kind === 'behavior' || kind === 'lane')
    .map((node) => summaryOf(design(), node).title)

test('the behaviors of a folded origin are one node at the place of the first, the others stay', () => {
  expect(behaviorsAndLanes([])).toEqual(['/0/*', '/1/*', '/2/*', '/3/*', '/4/*', 'Default (*)'])
  expect(behaviorsAndLanes([target])).toEqual(['3 behaviors', '/2/*', '/4/*', 'Default (*)'])
})

test('a lane tells its patterns and their precedence, and leads where its behaviors do', () => {
  const { nodes, edges } = drawn([target])
  const lane = nodes.find(({ kind }) => kind === 'lane')
  if (!lane) throw new Error('There is no lane.')
  expect(summaryOf(design(), lane)).toEqual({
    title: '3 behaviors',
    subtitle: '/0/* /1/* /3/*',
    badges: ['Precedence 1–2, 4'],
  })
  expect(edges.filter(({ from }) => from === lane.id).map(({ to }) => to)).toEqual([target])
  const document = design()
  expect(summaryOf(document, lane)).toBe(summaryOf(document, lane))
})

test('what folding hides has a stand-in, for problems, traces and the selection', () => {
  const document = design()
  const hidden = nodeOfPath(document, [...site, 'CacheBehaviors', 3, 'CachePolicyId']) ?? ''
  expect(drawn([target]).standIns.get(hidden)).toBe('Site/lane/origin/origin-api')
  expect(drawn(['Site']).standIns.get(hidden)).toBe('Site/distribution/')
  expect(drawn(['Site', target]).standIns.get(hidden)).toBe('Site/distribution/')
  expect(drawn([]).standIns.size).toBe(0)
})

test('an origin of one ordered behavior has nothing to fold, and a fold that became useless draws the behavior', () => {
  const document = applyEdit(start, addBehavior(start, 'Site', 'api').edit)
  expect(laneTargets(document)).toEqual([])
  expect(laneTarget(document, [...site, 'CacheBehaviors', 0])).toBeUndefined()
  expect(project(document, [target]).nodes.some(({ kind }) => kind === 'lane')).toBe(false)
})

test('a behavior and its origin lead to the same fold', () => {
  const document = design()
  expect(laneTarget(document, [...site, 'CacheBehaviors', 1])).toBe(target)
  expect(laneTarget(document, [...site, 'Origins', 1])).toBe(target)
  expect(laneTarget(document, [...site, 'DefaultCacheBehavior'])).toBeUndefined()
  expect(laneTargets(document)).toEqual([target, 'Site/origin/origin-web'])
})

test('patterns begin alike in their first segment, whatever counts them up', () => {
  expect(
    ['/section-7/*', '/section-12/a', '/api', '/img/*', '*.jpg', '/*.png', '*', '/2024/*'].map(prefixOf),
  ).toEqual(['/section-', '/section-', '/api', '/img', '*.', '*.', undefined, '/2024'])
})

test('behaviors that begin alike are folded into one row that leads where they do', () => {
  const document = ['/s-2/*', '/s-1/*', '/other'].reduce(
    (before, pattern, at) =>
      applyEdit(
        applyEdit(before, addBehavior(before, 'Site', at === 0 ? 'api' : 'web').edit),
        setAt([...site, 'CacheBehaviors', 0, 'PathPattern'], pattern),
      ),
    start,
  )
  expect(lanePrefixes(document)).toEqual(['Site/prefix//s-'])
  expect(lanePrefix(document, [...site, 'CacheBehaviors', 1])).toBe('Site/prefix//s-')
  expect(lanePrefix(document, [...site, 'CacheBehaviors', 0])).toBeUndefined()
  const { nodes, edges } = project(document, ['Site/prefix//s-'])
  const lane = nodes.find(({ kind }) => kind === 'lane')
  if (!lane) throw new Error('There is no lane.')
  expect(summaryOf(document, lane).title).toBe('2 behaviors /s-…')
  expect(edges.filter(({ from }) => from === lane.id).map(({ to }) => to)).toEqual([
    'Site/origin/origin-web',
    'Site/origin/origin-api',
  ])
})

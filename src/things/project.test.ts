import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { behavior, customOrigin, defaultBehavior, group } from '#fixtures/build.ts'
import { fits } from './fit.ts'
import { heights, project } from './project.ts'

const design = (
  behaviors: readonly [pattern: string, target: string][],
  more: Partial<DesignDocument> = {},
) =>
  ({
    formatVersion: 1,
    layout: {},
    scenarios: [],
    resources: {
      Site: {
        type: 'Distribution',
        config: {
          Origins: [customOrigin('web'), customOrigin('api'), customOrigin('spare')],
          OriginGroups: [group('both', ['web', 'spare'])],
          CacheBehaviors: behaviors.map(([pattern, target]) => behavior(pattern, target)),
          DefaultCacheBehavior: defaultBehavior('both'),
        },
      },
    },
    ...more,
  }) satisfies DesignDocument

const three = design([
  ['/api/*', 'api'],
  ['/img/*', 'web'],
])
const yOf = (id: string, document: DesignDocument = three) => project(document).byId.get(id)?.position.y

test('behaviors are rows of their frame in precedence, one under the other, the default last', () => {
  const { nodes, frames } = project(three)
  const rows = nodes.filter(({ kind }) => kind === 'behavior')
  const [frame] = frames
  expect(rows.map(({ order }) => order)).toEqual([1, 2, undefined])
  expect(rows.map(({ position }) => position.y - (frame?.lane.top ?? 0))).toEqual([
    0,
    heights.row,
    2 * heights.row,
  ])
  expect(new Set(rows.map(({ position, size }) => `${position.x} ${size.width}`)).size).toBe(1)
  expect(frame?.lane.bottom).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0))
})

test('the caches stand between the frame and what is beside it', () => {
  for (const fit of Object.values(fits)) {
    const { frames, nodes } = project(three, [], { fit })
    const [frame] = frames
    const beside = Math.min(...nodes.filter(({ kind }) => kind === 'group').map(({ position }) => position.x))
    for (const wall of frame?.walls ?? []) {
      expect(wall).toBeGreaterThan((frame?.x ?? 0) + (frame?.width ?? 0))
      expect(wall).toBeLessThan(beside)
    }
  }
})

test('a frame is moved with all that nobody has placed', () => {
  const moved = design([['/api/*', 'api']], {
    layout: { 'Site/distribution/': { x: 500, y: 300 }, 'Site/origin/origin-api': { x: 2000, y: 10 } },
  })
  const { byId, frames } = project(moved)
  expect(frames[0]).toMatchObject({ x: 500, y: 300 })
  expect(byId.get('Site/behavior/default')?.position.x).toBe(500)
  expect(byId.get('Site/origin/origin-web')?.position.x).toBeGreaterThan(500 + fits.full.frame)
  expect(byId.get('Site/origin/origin-api')?.position).toEqual({ x: 2000, y: 10 })
})

test('a place beside a frame goes along with it, also where another frame above it grows', () => {
  const beside = { x: 500, y: 300 }
  const at = (frame: { x: number; y: number }) =>
    project(
      design([['/api/*', 'api']], {
        layout: { 'Site/distribution/': frame, 'Site/origin/origin-api': { x: 2000, y: 310, beside } },
      }),
    ).byId.get('Site/origin/origin-api')?.position
  expect(at(beside)).toEqual({ x: 2000, y: 310 })
  expect(at({ x: 620, y: 500 })).toEqual({ x: 2120, y: 510 })
})

test('a place under the frame is none: it was one in another drawing', () => {
  const under = design([['/api/*', 'api']], { layout: { 'Site/origin/origin-api': { x: 400, y: 90 } } })
  expect(project(under).byId.get('Site/origin/origin-api')?.position.x).toBeGreaterThan(fits.full.frame)
})

test('origins stand in the order of the rows that lead to them', () => {
  const web = yOf('Site/origin/origin-web') ?? 0
  expect(yOf('Site/origin/origin-api')).toBeLessThan(web)
  const swapped = design([
    ['/img/*', 'web'],
    ['/api/*', 'api'],
  ])
  expect(yOf('Site/origin/origin-web', swapped)).toBeLessThan(yOf('Site/origin/origin-api', swapped) ?? 0)
})

test('columns go along by their shift, but what a person placed stays', () => {
  const placed = design([['/api/*', 'api']], { layout: { 'Site/origin/origin-api': { x: 2000, y: 10 } } })
  const before = project(placed).byId
  const { byId } = project(placed, [], { shifts: new Map([['Site origin', 300]]) })
  const y = (nodes: typeof byId, id: string) => nodes.get(id)?.position.y ?? 0
  expect(y(byId, 'Site/origin/origin-web')).toBe(y(before, 'Site/origin/origin-web') + 300)
  expect(y(byId, 'Site/origin/origin-api')).toBe(10)
  expect(y(byId, 'Site/group/group-both')).toBe(y(before, 'Site/group/group-both'))
})

const [resource] = Object.values(three.resources)

test('nothing lies on anything else, in any width and with two distributions', () => {
  if (!resource) throw new Error('There is no distribution.')
  const two = { ...three, resources: { ...three.resources, Other: resource } }
  for (const fit of Object.values(fits)) {
    const boxes = project(two, [], { fit }).nodes.map(({ id, position: { x, y }, size }) => ({
      id,
      x,
      y,
      right: x + size.width,
      bottom: y + size.height,
    }))
    for (const a of boxes)
      for (const b of boxes)
        if (a.id < b.id)
          expect(
            a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom,
            `${a.id} lies on ${b.id} (${fit.id})`,
          ).toBe(false)
  }
})

import { expect, test } from 'vitest'
import { distributionsIn, targetIdsOf } from '#core/model/distribution.ts'
import { type DesignDocument, type DistributionConfig, emptyDesign } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { bucketOrigin, customOrigin, group, managed, oac } from '#fixtures/build.ts'
import { attach, attachRefusal } from './attach.ts'
import { addBehavior } from './behaviors.ts'
import { copyThings, pasteClip, printClip, readClip } from './clipboard.ts'
import { insertGroup, removeMember } from './groups.ts'
import { freePattern } from './names.ts'
import { addOrigin, renameTarget } from './origins.ts'
import { removeThings } from './removal.ts'
import { pinNode, placeNode, tidyUp } from './resources.ts'
import { leftOut, shareable } from './secrets.ts'
import { suppress, unsuppress } from './suppressions.ts'
import { applyVersion } from './versions.ts'

const design: DesignDocument = {
  formatVersion: 1,
  layout: {},
  scenarios: [],
  resources: {
    Oac: oac,
    Long: { type: 'CachePolicy', config: { Name: 'long', MinTTL: 1 } },
    Site: {
      type: 'Distribution',
      config: {
        Origins: [bucketOrigin('files'), customOrigin('api')],
        OriginGroups: [group('both', ['files', 'api'])],
        DefaultCacheBehavior: { TargetOriginId: 'files', CachePolicyId: managed.cachingOptimized },
        CacheBehaviors: [
          { key: 'b-api', PathPattern: '/api/*', TargetOriginId: 'api', CachePolicyId: { ref: 'Long' } },
          { key: 'b-img', PathPattern: '*.jpg', TargetOriginId: 'files' },
        ],
      },
    },
  },
}
const site = ['resources', 'Site', 'config'] as const
const configOf = (document: DesignDocument): DistributionConfig => {
  const [found] = distributionsIn(document)
  if (!found) throw new Error('The design has a distribution.')
  return found.config
}
const patternsOf = (document: DesignDocument) =>
  (configOf(document).CacheBehaviors ?? []).map((one) => ('PathPattern' in one ? one.PathPattern : undefined))
const clipOf = (...paths: (string | number)[][]) => {
  const clip = copyThings(design, paths)
  if (!clip) throw new Error('Something was copied.')
  return clip
}
const removed = (paths: readonly Path[], document: DesignDocument) => {
  const removal = removeThings(paths, 'Remove', document)
  if (!removal.ok) throw new Error('Nothing keeps it.')
  return removal.value.edit
}
const empty: DesignDocument = {
  formatVersion: 1,
  layout: {},
  scenarios: [],
  resources: { Other: { type: 'Distribution', config: { Origins: [], DefaultCacheBehavior: {} } } },
}

test('a free pattern keeps its shape', () => {
  expect(freePattern('/api/*', ['/api/*'])).toBe('/api-2/*')
  expect(freePattern('*.jpg', ['*.jpg', '*-2.jpg'])).toBe('*-3.jpg')
  expect(freePattern('/exact', ['/exact'])).toBe('/exact-2')
  expect(freePattern('/new/*', ['/api/*'])).toBe('/new/*')
})

test('a new thing never gets the key of one that was renamed', () => {
  const first = applyEdit(design, addBehavior(design, 'Site').edit)
  const path = [...site, 'CacheBehaviors', 0, 'PathPattern']
  const named = applyEdit(first, {
    label: '',
    apply: (draft) =>
      void Object.assign(valueAt(draft, path.slice(0, -1)) as object, { PathPattern: '/mine/*' }),
  })
  const second = applyEdit(named, addBehavior(named, 'Site').edit)
  const keys = (configOf(second).CacheBehaviors ?? []).map((one) => 'key' in one && one.key)
  expect(new Set(keys).size).toBe(keys.length)
  const origin = addOrigin(design, 'Site', {})
  const renamed = applyEdit(
    applyEdit(design, origin.edit),
    renameTarget(applyEdit(design, origin.edit), 'Site', [...site, 'Origins', 2], 'origin', 'backend'),
  )
  expect(addOrigin(renamed, 'Site', {}).key).not.toBe(origin.key)
})

test('a copied behavior is pasted beside the original with a pattern of its own', () => {
  const pasted = pasteClip(design, 'Site', clipOf([...site, 'CacheBehaviors', 0]), 0)
  if (!pasted) throw new Error('It was pasted.')
  const next = applyEdit(design, pasted.edit)
  expect(patternsOf(next)).toEqual(['/api/*', '/api-2/*', '*.jpg'])
  expect(pasted.paths).toEqual([[...site, 'CacheBehaviors', 1]])
  expect(valueAt(next, [...site, 'CacheBehaviors', 1, 'CachePolicyId'])).toEqual({ ref: 'Long' })
  expect(Object.keys(next.resources)).toEqual(Object.keys(design.resources))
})

test('a behavior pasted into another design brings its policy and its origin', () => {
  const text = printClip(clipOf([...site, 'CacheBehaviors', 0]))
  const clip = readClip(text)
  const pasted = clip && pasteClip(empty, 'Other', clip)
  if (!pasted) throw new Error('It was pasted.')
  const next = applyEdit(empty, pasted.edit)
  expect(next.resources['Long']).toEqual(design.resources['Long'])
  expect(targetIdsOf(configOf(next))).toEqual(['api'])
})

test('a resource that the other design has under the same name with other settings gets a name of its own', () => {
  const other: DesignDocument = {
    ...empty,
    resources: { ...empty.resources, Long: { type: 'CachePolicy', config: { Name: 'another' } } },
  }
  const pasted = pasteClip(other, 'Other', clipOf([...site, 'CacheBehaviors', 0]))
  if (!pasted) throw new Error('It was pasted.')
  const next = applyEdit(other, pasted.edit)
  expect(next.resources['Long']).toEqual(other.resources['Long'])
  expect(valueAt(next, ['resources', 'Other', 'config', 'CacheBehaviors', 0, 'CachePolicyId'])).toEqual({
    ref: 'Long2',
  })
  expect(next.resources['Long2']).toEqual(design.resources['Long'])
})

test('a copy beside its original has a name of its own, since CloudFront takes none twice', () => {
  const pasted = pasteClip(design, 'Site', clipOf(['resources', 'Long', 'config']))
  if (!pasted) throw new Error('It was pasted.')
  const next = applyEdit(design, pasted.edit)
  expect(next.resources['Long2']?.config).toEqual({ Name: 'long-2', MinTTL: 1 })
})

test('an origin and the behavior that targets it stay together when both are pasted', () => {
  const clip = clipOf([...site, 'Origins', 1], [...site, 'CacheBehaviors', 0])
  const pasted = pasteClip(design, 'Site', clip)
  if (!pasted) throw new Error('It was pasted.')
  const next = configOf(applyEdit(design, pasted.edit))
  expect(targetIdsOf(next)).toEqual(['files', 'api', 'api-2', 'both'])
  expect(next.CacheBehaviors?.at(-1)).toMatchObject({ PathPattern: '/api-2/*', TargetOriginId: 'api-2' })
})

test('the default behavior is copied as one for a pattern, a group with its origins, a distribution whole', () => {
  expect(clipOf([...site, 'DefaultCacheBehavior']).items[0]?.value).toMatchObject({ PathPattern: '/copy/*' })
  const groupClip = clipOf([...site, 'OriginGroups', 0])
  const pasted = pasteClip(empty, 'Other', groupClip)
  if (!pasted) throw new Error('It was pasted.')
  const next = applyEdit(empty, pasted.edit)
  expect(targetIdsOf(configOf(next))).toEqual(['files', 'api', 'both'])
  expect(next.resources['Oac']).toEqual(oac)
  const whole = pasteClip(design, 'Site', clipOf([...site]))
  expect(whole && Object.keys(applyEdit(design, whole.edit).resources)).toContain('Site2')
})

test.each([
  '',
  'plain words',
  '{"frontage":"clip"}',
  '{"frontage":"clip","items":[{"list":"Aliases","value":{}}],"resources":{},"needed":{"resources":{},"origins":[]}}',
  '{"frontage": "clip", ',
])('a text that is no clip is none: %s', (text) => expect(readClip(text)).toBeUndefined())

test('a group goes between a behavior and its origin', () => {
  const inserted = insertGroup(design, 'Site', [...site, 'CacheBehaviors', 0], 'api')
  if (!inserted) throw new Error('It was inserted.')
  const next = applyEdit(design, inserted.edit)
  expect(valueAt(next, inserted.path)).toMatchObject({
    Id: 'api-failover',
    Members: [{ OriginId: 'api' }, { OriginId: 'files' }],
  })
  expect(valueAt(next, [...site, 'CacheBehaviors', 0, 'TargetOriginId'])).toBe('api-failover')
  const left = applyEdit(next, removeMember(next, inserted.path, 'files'))
  expect(valueAt(left, [...inserted.path, 'Members'])).toEqual([{ OriginId: 'api' }])
})

test('several things of one list are removed without touching the others', () => {
  const next = applyEdit(
    design,
    removed(
      [
        [...site, 'CacheBehaviors', 0],
        [...site, 'CacheBehaviors', 1],
        [...site, 'Origins', 0],
        ['resources', 'Long', 'config'],
      ],
      design,
    ),
  )
  expect(patternsOf(next)).toEqual([])
  expect(targetIdsOf(configOf(next))).toEqual(['api', 'both'])
  expect(next.resources['Long']).toBeUndefined()
})

test('policies, functions and key groups are put where they belong, and refused elsewhere', () => {
  expect(attachRefusal('CachePolicy', 'behavior')).toBeUndefined()
  expect(attachRefusal('CachePolicy', 'origin')).toBe('It belongs on a cache behavior.')
  expect(attachRefusal('PublicKey', 'behavior')).toBe('It stands for itself.')
  const behavior = [...site, 'CacheBehaviors', 1]
  const withOne = applyEdit(design, attach(design, behavior, 'Rewrite', 'Function'))
  const withTwo = applyEdit(withOne, attach(withOne, behavior, 'Headers', 'Function'))
  expect(valueAt(withTwo, [...behavior, 'FunctionAssociations'])).toEqual([
    { EventType: 'viewer-request', FunctionARN: { ref: 'Rewrite' } },
    { EventType: 'viewer-response', FunctionARN: { ref: 'Headers' } },
  ])
  const signed = applyEdit(design, attach(design, behavior, 'Keys', 'KeyGroup'))
  expect(valueAt(signed, [...behavior, 'TrustedKeyGroups'])).toEqual({
    Enabled: true,
    Items: [{ ref: 'Keys' }],
  })
  const cached = applyEdit(design, attach(design, behavior, 'Long', 'CachePolicy'))
  expect(valueAt(cached, [...behavior, 'CachePolicyId'])).toEqual({ ref: 'Long' })
})

test('an accepted problem has one reason, and can be taken back', () => {
  const accepted = { rule: 'behavior/unreachable', path: '/resources/Site/config', reason: 'on purpose' }
  const once = applyEdit(design, suppress(accepted))
  const twice = applyEdit(once, suppress({ ...accepted, reason: 'still' }))
  expect(twice.suppressions).toEqual([{ ...accepted, reason: 'still' }])
  expect(applyEdit(twice, unsuppress(accepted)).suppressions).toBeUndefined()
})

test('a version takes the whole design back, and what it did not have goes', () => {
  const accepted = applyEdit(design, suppress({ rule: 'behavior/unreachable', reason: 'on purpose' }))
  const back = applyEdit(accepted, applyVersion(design, 'Restore'))
  expect(back).toEqual(design)
})

test('a shared design has no header values, tokens or keys, and says what was left out', () => {
  const origin = customOrigin('api', {
    CustomHeaders: [{ HeaderName: 'X-Origin-Verify', HeaderValue: 'hush' }],
  })
  const secret: DesignDocument = {
    ...design,
    source: { format: 'cloudformation-yaml', text: 'HeaderValue: hush', parameters: { Token: 'hush' } },
    scenarios: [
      {
        name: 'signed in',
        distribution: 'Site',
        steps: [{ request: { url: '/', headers: { Authorization: 'Bearer hush', Accept: 'text/html' } } }],
      } as unknown as DesignDocument['scenarios'][number], // the shape that matters here
    ],
    resources: { Site: { type: 'Distribution', config: { Origins: [origin] } } },
  }
  const { document, leftOut: pointers } = shareable(secret)
  expect(JSON.stringify(document)).not.toContain('hush')
  expect(JSON.stringify(document)).toContain(leftOut)
  expect(JSON.stringify(document)).toContain('text/html')
  expect(pointers.toSorted()).toEqual([
    '/resources/Site/config/Origins/0/CustomHeaders/0/HeaderValue',
    '/scenarios/0/steps/0/request/headers/Authorization',
  ])
  expect(shareable(design).document).toEqual(design)
})

test('what is pinned stays when the drawing is tidied up, also after it was moved', () => {
  const edits = [
    placeNode('Site/origin/a', { x: 1, y: 2 }),
    pinNode('Site/origin/b', { x: 3, y: 4 }, true),
    placeNode('Site/origin/b', { x: 5, y: 6 }),
    tidyUp,
  ]
  const tidied = edits.reduce(applyEdit, emptyDesign)
  expect(tidied.layout).toEqual({ 'Site/origin/b': { x: 5, y: 6, pinned: true } })
  const unpinned = [pinNode('Site/origin/b', { x: 5, y: 6 }, false), tidyUp].reduce(applyEdit, tidied)
  expect(unpinned.layout).toEqual({})
})

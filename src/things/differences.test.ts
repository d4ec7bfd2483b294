import { expect, test } from 'vitest'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { behavior, customOrigin, distribution, managed } from '#fixtures/build.ts'
import { differencesBetween } from './differences.ts'

const before = distribution({
  Origins: [customOrigin('web'), customOrigin('api')],
  CacheBehaviors: [behavior('/a/*', 'web'), behavior('/b/*', 'web'), behavior('/c/*', 'web')],
})
const [id = ''] = Object.keys(before.resources)
const behaviors: readonly object[] = before.resources[id]?.config['CacheBehaviors' as never] ?? []
const at = (...steps: (string | number)[]) => ['resources', id, 'config', ...steps]
const changed = (path: (string | number)[], value: unknown) => applyEdit(before, setAt(at(...path), value))

test('a design differs in nothing from itself', () => {
  expect(differencesBetween(before, structuredClone(before))).toEqual({ things: [], gone: [] })
})

test('a field that is other is told as the form calls it, with both values', () => {
  const { things } = differencesBetween(before, changed(['CacheBehaviors', 1, 'TargetOriginId'], 'api'))
  const field = at('CacheBehaviors', 1, 'TargetOriginId')
  expect(things).toEqual([
    {
      kind: 'changed',
      path: at('CacheBehaviors', 1),
      earlier: at('CacheBehaviors', 1),
      name: 'Cache behavior /b/*',
      fields: [{ path: field, earlier: field, label: 'Origin or origin group', before: 'web', after: 'api' }],
    },
  ])
})

test('a managed policy is told by the name that AWS gives it, never by its id', () => {
  const { cachingDisabled, allViewer } = managed
  const policy = changed(['CacheBehaviors', 1, 'CachePolicyId'], cachingDisabled)
  expect(differencesBetween(before, policy).things[0]?.fields).toMatchObject([
    { label: 'Cache policy', before: 'Managed-CachingOptimized', after: 'Managed-CachingDisabled' },
  ])
  const request = changed(['CacheBehaviors', 1, 'OriginRequestPolicyId'], allViewer)
  expect(differencesBetween(before, request).things[0]?.fields).toMatchObject([
    { before: undefined, after: 'Managed-AllViewer' },
  ])
})

test('one that takes another place has moved alone, and the others have not', () => {
  const [a, b, c] = behaviors
  const { things } = differencesBetween(before, changed(['CacheBehaviors'], [c, a, b]))
  expect(things.map(({ kind, name }) => [kind, name])).toEqual([['moved', 'Cache behavior /c/*']])
  expect(things[0]?.fields).toMatchObject([{ label: 'Precedence', before: '3', after: '1' }])
})

test('one that is renamed is the same as before, and one that another replaces is gone', () => {
  const { things, gone } = differencesBetween(
    before,
    changed(
      ['CacheBehaviors'],
      [{ ...behaviors[0], PathPattern: '/z/*' }, behavior('/new/*', 'web'), behaviors[2]],
    ),
  )
  expect(things.map(({ kind, name }) => [kind, name])).toEqual([
    ['changed', 'Cache behavior /z/*'],
    ['added', 'Cache behavior /new/*'],
  ])
  expect(gone).toEqual([{ owner: id, earlier: at('CacheBehaviors', 1), name: 'Cache behavior /b/*' }])
})

test('the distribution and its default behavior are told apart', () => {
  const after = applyEdit(
    changed(['Description'], 'new'),
    setAt(at('DefaultCacheBehavior', 'Compress'), false),
  )
  expect(
    differencesBetween(before, after).things.map(({ name, fields }) => [name, fields[0]?.label]),
  ).toEqual([
    [`Distribution ${id}`, 'Description'],
    ['Default cache behavior', 'Compress objects automatically'],
  ])
})

test('a distribution that is called otherwise is still the same one', () => {
  const { [id]: site, ...rest } = before.resources
  const after = { ...before, resources: { ...rest, ...(site && { Renamed: site }) } }
  expect(differencesBetween(before, after)).toEqual({ things: [], gone: [] })
})

test('functions and lists of names are told in words', () => {
  const fields = (path: (string | number)[], value: unknown) =>
    differencesBetween(before, changed(path, value)).things.flatMap((thing) => thing.fields)
  const runs = [{ EventType: 'viewer-request', FunctionARN: { ref: 'Index' } }]
  expect(fields(['DefaultCacheBehavior', 'FunctionAssociations'], runs)).toMatchObject([
    { before: undefined, after: 'Index on viewer-request' },
  ])
  expect(fields(['Aliases'], ['a.test', 'b.test'])).toMatchObject([{ after: 'a.test, b.test' }])
})

test('long values that begin alike are shown from where they differ', () => {
  const code = (last: string) => `function handler(event) { ${'x'.repeat(90)} return ${last} }`
  const [{ fields: [field] = [] } = {}] = differencesBetween(
    changed(['Comment'], code('one')),
    changed(['Comment'], code('two')),
  ).things
  expect(field).toMatchObject({
    before: expect.stringMatching(/^….*one/),
    after: expect.stringMatching(/^….*two/),
  })
})

test('tags are told too, which are no part of the settings', () => {
  const tagged = (Value: string) =>
    applyEdit(before, setAt(['resources', id, 'tags'], [{ Key: 'team', Value }]))
  const [one] = differencesBetween(tagged('web'), tagged('video')).things
  expect(one).toMatchObject({ kind: 'changed', name: `Distribution ${id}` })
  expect(one?.fields).toMatchObject([{ label: 'Tags', before: 'team=web', after: 'team=video' }])
})

test('of a long list only what is other is told, structures as their fields', () => {
  const errors = (page: string) => [
    { ErrorCode: 403, ResponseCode: '404', ResponsePagePath: '/404.html', ErrorCachingMinTTL: 10 },
    { ErrorCode: 404, ResponseCode: '404', ResponsePagePath: page, ErrorCachingMinTTL: 10 },
  ]
  const names = Array.from({ length: 12 }, (_, index) => `name-${index}.example.com`)
  const told = (field: string, before: unknown, after: unknown) => {
    const first = changed([field], before)
    const [one] = differencesBetween(first, applyEdit(first, setAt(at(field), after))).things
    return [one?.fields[0]?.before, one?.fields[0]?.after]
  }
  expect(told('Aliases', names, [...names, 'new.example.com'])).toEqual([
    '12 items',
    'new.example.com and 12 others',
  ])
  expect(told('CustomErrorResponses', errors('/404.html'), errors('/gone.html'))).toEqual([
    '…, ResponsePagePath /404.html, ErrorCachingMinTTL 10 and 1 other',
    '…, ResponsePagePath /gone.html, ErrorCachingMinTTL 10 and 1 other',
  ])
})

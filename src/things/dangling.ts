/** Names in a design that lead to nothing: of resources, and of origins and origin groups. */
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { referencesFrom } from '#core/model/reference.ts'
import { isPlain } from './value-in-words.ts'

export interface DanglingName {
  /** Where the name stands. */
  readonly path: Path
  readonly name: string
}

const itemsOf = (
  value: unknown,
): readonly (readonly [index: number, item: Readonly<Record<string, unknown>>])[] =>
  Array.isArray(value)
    ? value.flatMap((item: unknown, index) => (isPlain(item) ? [[index, item] as const] : []))
    : []

/** Where a distribution names its origins and groups. */
function* targetsIn(
  config: Readonly<Record<string, unknown>>,
): Generator<readonly [path: Path, value: unknown]> {
  const standard = config['DefaultCacheBehavior']
  if (isPlain(standard)) yield [['DefaultCacheBehavior', 'TargetOriginId'], standard['TargetOriginId']]
  for (const [index, item] of itemsOf(config['CacheBehaviors']))
    yield [['CacheBehaviors', index, 'TargetOriginId'], item['TargetOriginId']]
  for (const [index, group] of itemsOf(config['OriginGroups']))
    for (const [member, item] of itemsOf(group['Members']))
      yield [['OriginGroups', index, 'Members', member, 'OriginId'], item['OriginId']]
}

export function danglingNames(document: DesignDocument): readonly DanglingName[] {
  const ofResources = Object.keys(document.resources)
    .flatMap((id) => referencesFrom(document, id))
    .filter(({ to }) => !(to in document.resources))
    .map(({ path, to }) => ({ path, name: to }))
  const ofOrigins = distributionsIn(document).flatMap(({ id, config }) => {
    const there = new Set(
      [...itemsOf(config.Origins), ...itemsOf(config.OriginGroups)].map(([, item]) => item['Id']),
    )
    return [...targetsIn({ ...config })].flatMap(([path, value]) =>
      typeof value === 'string' && !there.has(value)
        ? [{ path: ['resources', id, 'config', ...path], name: value }]
        : [],
    )
  })
  return [...ofResources, ...ofOrigins]
}

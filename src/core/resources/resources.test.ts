import { expect, test } from 'vitest'
import type { ResourceType } from '#core/model/document.ts'
import type { Shape } from '#core/model/shapes/shape.ts'
import { type DeployableType, resourceKind, resourceKinds, resourceTypes } from './index.ts'
import type { ResourceKind } from './kind/kind.ts'

/** The places of all fields of a config: `.Origins.CustomHeaders.HeaderName`. */
function* placesIn(shape: Shape, above = ''): Generator<string> {
  if (shape.kind === 'list') yield* placesIn(shape.of, above)
  if (shape.kind !== 'structure') return
  for (const [name, field] of Object.entries(shape.fields)) {
    yield `${above}.${name}`
    yield* placesIn(field.shape, `${above}.${name}`)
  }
}
const places = new Map(resourceTypes.map((type) => [type, [...placesIn(resourceKinds[type].config)]]))

const ownersOf = (naming: ResourceKind['namedBy'][number]): readonly ResourceType[] =>
  resourceTypes.filter(
    (owner) =>
      (naming.of === undefined || naming.of === owner) &&
      places.get(owner)?.some((place) => place.endsWith(`.${naming.field}`)),
  )

test('every file beside the registry is a record of it', () => {
  const files = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./index.ts', '!./*.test.ts'], {
    eager: true,
  })
  const registered = new Set<unknown>(Object.values(resourceKinds))
  const strays = Object.keys(files).filter(
    (file) => !Object.values(files[file] ?? {}).some((value) => registered.has(value)),
  )
  expect(strays).toEqual([])
  expect(Object.keys(files)).toHaveLength(resourceTypes.length)
})

test('a registry that lacks a type, or a type’s driver, does not compile', () => {
  const { Function: _, ...others } = resourceKinds
  // @ts-expect-error: there is a type of resource without a record.
  const registry: { readonly [Type in ResourceType]: ResourceKind<Type> } = others
  // @ts-expect-error: a plan deploys more than functions.
  const drivers: Record<DeployableType, string> = { Function: 'driver' }
  // @ts-expect-error: a plan does not deploy streaming distributions.
  const deployable: DeployableType = 'StreamingDistribution'
  expect([registry, drivers, deployable]).toHaveLength(3)
})

test('every field that names a resource is a field of some config', () => {
  const all = Object.values(resourceKinds).flatMap(({ namedBy }) => namedBy)
  expect(all.filter((naming) => ownersOf(naming).length === 0)).toEqual([])
})

test('a plan makes a resource after everything that it can name, but for a staging distribution', () => {
  const early = resourceTypes.flatMap((type) => {
    const { namedBy, deployment } = resourceKinds[type]
    if (!deployment) return []
    return namedBy
      .flatMap(ownersOf)
      .filter((owner) => (resourceKinds[owner].deployment?.order ?? Infinity) <= deployment.order)
      .map((owner) => `${owner} before ${type}`)
  })
  expect(early).toEqual(['ContinuousDeploymentPolicy before Distribution'])
})

test('a type of another service has no record, and neither has a name of every object', () => {
  expect(resourceKind('AWS::S3::Bucket')).toBeUndefined()
  expect(resourceKind('constructor')).toBeUndefined()
})

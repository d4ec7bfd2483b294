/** No edit leaves a reference to what is gone: removals, fixes and suggestions, over every example that there is. */
import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'
import { referencesFrom } from '#core/model/reference.ts'
import type { RuleExample, RuleExamples } from '#core/rules/harness/examples.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { cachePolicy, cloudFrontFunction, defaultBehavior, distribution, oac } from '#fixtures/build.ts'
import { removeThings } from './removal.ts'

const modules = import.meta.glob<RuleExamples>('/src/core/rules/*/*.examples.ts', {
  eager: true,
  import: 'examples',
})
const gallery = import.meta.glob<string>('/public/examples/*.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const documentOf = (example: RuleExample): DesignDocument =>
  'document' in example ? example.document : example

const examples = Object.entries(modules).flatMap(([file, { valid, invalid }]) =>
  Object.values({ ...valid, ...invalid }).map((example) => ({ file, document: documentOf(example) })),
)
const read = Object.entries(gallery).flatMap(([file, text]) => {
  const result = readSource(text)
  return result.ok ? [{ file, document: result.value.document }] : []
})
const designs = [...read, ...examples]

/** References to nothing, as “Site → Policy”. */
const missing = (document: DesignDocument): string[] =>
  Object.keys(document.resources).flatMap((from) =>
    referencesFrom(document, from)
      .filter(({ to }) => !Object.hasOwn(document.resources, to))
      .map(({ to }) => `${from} → ${to}`),
  )

const things = (document: DesignDocument): Path[] => [
  ...Object.keys(document.resources).map((id) => ['resources', id, 'config']),
  ...distributionsIn(document).flatMap(({ path, config }) =>
    (['Origins', 'OriginGroups', 'CacheBehaviors'] as const).flatMap((list) =>
      (Array.isArray(config[list]) ? config[list] : []).map((_, index) => [...path, list, index]),
    ),
  ),
]

test('removing a thing, or two, leaves no reference to it, or is refused with who keeps it', () => {
  let removals = 0
  let refusals = 0
  for (const { file, document } of designs) {
    const before = new Set(missing(document))
    const all = things(document)
    for (const [index, path] of all.entries())
      for (const paths of [[path], [path, ...all.slice(index + 1, index + 2)]]) {
        const removal = removeThings(paths, 'Remove', document)
        if (removal.ok) {
          removals += 1
          const after = missing(applyEdit(document, removal.value.edit)).filter((one) => !before.has(one))
          expect(after, `${file}: ${paths.join(' ')}`).toEqual([])
        } else {
          refusals += 1
          expect(removal.error.length).toBeGreaterThan(0)
        }
      }
  }
  expect(removals).toBeGreaterThan(1000)
  expect(refusals).toBeGreaterThan(0)
}, 120_000)

test('no fix and no suggestion of a rule leaves a reference to what is gone', () => {
  for (const { file, document } of examples) {
    const id = file.replace(/^.*rules\/(.*)\.examples\.ts$/, '$1')
    const rule = rules.find((one) => one.id === id)
    const before = new Set(missing(document))
    for (const { fix, suggestions = [] } of findProblems(rule ? [rule] : [], { document }))
      for (const edit of [...(fix ? [fix] : []), ...suggestions])
        expect(
          missing(applyEdit(document, edit)).filter((one) => !before.has(one)),
          `${file}: ${edit.label}`,
        ).toEqual([])
  }
}, 120_000)

const shared = distribution(
  {
    DefaultCacheBehavior: defaultBehavior('web', {
      CachePolicyId: { ref: 'Long' },
      FunctionAssociations: [
        { EventType: 'viewer-request', FunctionARN: { ref: 'F', attribute: 'FunctionARN' } },
      ],
    }),
  },
  { Long: cachePolicy(), F: cloudFrontFunction(), Oac: oac },
)

test('a behavior lets go of a policy that is removed, and of the whole association of a function', () => {
  for (const [id, field] of [
    ['Long', 'CachePolicyId'],
    ['F', 'FunctionAssociations'],
  ] as const) {
    const removal = removeThings([['resources', id, 'config']], 'Remove', shared)
    if (!removal.ok) throw new Error('Nothing keeps it.')
    const { DefaultCacheBehavior: left } =
      distributionsIn(applyEdit(shared, removal.value.edit))[0]?.config ?? {}
    expect(removal.value.released.map(({ from }) => from)).toEqual(['Site'])
    expect([[], undefined]).toContainEqual((left as Record<string, unknown>)[field])
  }
})

test('what is nothing without another resource keeps it', () => {
  const design: DesignDocument = {
    ...shared,
    resources: {
      ...shared.resources,
      Metrics: {
        type: 'MonitoringSubscription',
        config: {
          DistributionId: { ref: 'Site' },
          MonitoringSubscription: {
            RealtimeMetricsSubscriptionConfig: { RealtimeMetricsSubscriptionStatus: 'Enabled' },
          },
        },
      },
    },
  }
  const site: Path = ['resources', 'Site', 'config']
  const refused = removeThings([site], 'Remove', design)
  expect(refused.ok ? [] : refused.error.map(({ from }) => from)).toEqual(['Metrics'])
  expect(removeThings([site, ['resources', 'Metrics', 'config']], 'Remove', design).ok).toBe(true)
})

/** What is written reads back as it was, for generated designs, in every format that can be read. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DesignDocument, Resource } from '#core/model/document.ts'
import { bucketOrigin, cachePolicy, customOrigin, distribution, group, oac } from '#fixtures/build.ts'
import { randomRuns } from '#fixtures/random-runs.ts'
import { readSource, writeFormat } from './index.ts'

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    '$' + '{x}',
    '%' + '{x}',
    'true',
    '012',
    '~',
    '# no',
    ': ',
    '"',
    '\\',
    'é\u0000\u2028',
    '=',
  ),
)
const seconds = fc.nat(31536000)
const settings = fc.record({
  ViewerProtocolPolicy: fc.constantFrom('allow-all', 'https-only'),
  Compress: fc.boolean(),
})
type Methods = ('GET' | 'HEAD' | 'OPTIONS')[]
const cached: Methods = ['GET', 'HEAD']
const methods = fc.boolean().map((more): Methods => (more ? [...cached, 'OPTIONS'] : cached))

const config = fc.record({
  comment: words,
  root: fc.constantFrom('', 'index.html'),
  aliases: fc.uniqueArray(fc.domain(), { maxLength: 3 }),
  paths: fc.uniqueArray(fc.stringMatching(/^[a-z*?/.]{1,12}$/), { maxLength: 5 }),
  settings,
  allowed: methods,
  header: words,
  attempts: fc.integer({ min: 1, max: 3 }),
  withGroup: fc.boolean(),
  countries: fc.uniqueArray(fc.constantFrom('DE', 'FR', 'US'), { maxLength: 3 }),
  policy: fc.record({ Comment: words, MinTTL: seconds, DefaultTTL: seconds }),
  headers: fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]{1,8}$/), { minLength: 1, maxLength: 4 }),
  code: fc.oneof(
    words,
    words.map((text) => `function handler(event) {\n  return '${text}'\n}\n`),
  ),
})

const designs = config.map((given): DesignDocument => {
  const behavior = {
    ...given.settings,
    AllowedMethods: { Items: given.allowed, CachedMethods: cached },
    CachePolicyId: { ref: 'policy' },
    FunctionAssociations: [{ EventType: 'viewer-request' as const, FunctionARN: { ref: 'rewrite' } }],
  }
  const rewrite: Resource = {
    type: 'Function',
    config: {
      Name: 'rewrite',
      FunctionCode: given.code,
      FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
      AutoPublish: true,
    },
  }
  const built = distribution(
    {
      Comment: given.comment,
      DefaultRootObject: given.root,
      Aliases: given.aliases,
      Origins: [
        customOrigin('web', {
          key: 'web',
          ConnectionAttempts: given.attempts,
          CustomHeaders: [{ HeaderName: 'X-Own', HeaderValue: given.header }],
        }),
        bucketOrigin('files', { key: 'files', OriginAccessControlId: { ref: 'oac' } }),
      ],
      OriginGroups: given.withGroup ? [group('pair', ['web', 'files'], { key: 'pair' })] : [],
      DefaultCacheBehavior: { TargetOriginId: 'web', ...behavior },
      CacheBehaviors: given.paths.map((PathPattern) => ({
        key: PathPattern,
        PathPattern,
        TargetOriginId: given.withGroup ? 'pair' : 'files',
        ...behavior,
      })),
      Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Items: given.countries } },
      ViewerCertificate: { CloudFrontDefaultCertificate: true },
    },
    {
      oac,
      rewrite,
      policy: cachePolicy(given.policy, {
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: given.headers },
      }),
    },
  )
  const { Site: site, ...others } = built.resources
  // The builder always makes the distribution.
  return { formatVersion: 1, layout: {}, scenarios: [], resources: { ...others, site: site as Resource } }
})

/** An empty list and none at all are the same to CloudFront, as are its API's empty wrappers. */
const isEmpty = (value: unknown): boolean =>
  (Array.isArray(value) && value.length === 0) || JSON.stringify(value) === '{"Quantity":0}'
const meaning = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(meaning)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([, child]) => child !== undefined && !isEmpty(child))
    .map(([key, child]): [string, unknown] => [key, meaning(child)])
  return Object.fromEntries(entries)
}

function readBack(format: string, design: DesignDocument) {
  const { text, losses } = writeFormat(format, design)
  const read = readSource(text)
  if (!read.ok) throw new Error(`${JSON.stringify(read.error)}\n${text}`)
  // A template also gets what lets the distribution read its buckets.
  const resources = Object.fromEntries(
    Object.entries(read.value.document.resources).filter(([id]) => id in design.resources),
  )
  return { resources, losses, recognized: read.value.format.id }
}

test.each(['design', 'cloudformation-yaml', 'cloudformation-json', 'terraform'])(
  '%s: a design reads back as it was written',
  (format) => {
    fc.assert(
      fc.property(designs, (design) => {
        const { resources, losses, recognized } = readBack(format, design)
        expect(recognized).toBe(format)
        expect(losses).toEqual([])
        expect(meaning(resources)).toEqual(meaning(design.resources))
      }),
      { numRuns: randomRuns(420) },
    )
  },
  180_000,
)

test('distribution-config: what is written once is written the same again', () => {
  fc.assert(
    fc.property(designs, (design) => {
      const { text } = writeFormat('distribution-config', design)
      const read = readSource(text)
      if (!read.ok) throw new Error(JSON.stringify(read.error))
      expect(JSON.parse(writeFormat('distribution-config', read.value.document).text)).toEqual(
        JSON.parse(text),
      )
    }),
    { numRuns: randomRuns(420) },
  )
}, 180_000)

const holdsAll = ['design', 'cloudformation-yaml', 'cloudformation-json', 'terraform']
const pairs = holdsAll.flatMap((from) =>
  holdsAll.filter((to) => to !== from).map((to) => [from, to] as const),
)

function through(format: string, design: DesignDocument): DesignDocument {
  const read = readSource(writeFormat(format, design).text)
  if (!read.ok) throw new Error(`${format}: ${JSON.stringify(read.error)}`)
  return read.value.document
}
const onlyOf = ({ resources }: DesignDocument, design: DesignDocument) =>
  meaning(Object.fromEntries(Object.entries(resources).filter(([id]) => id in design.resources)))

test('a design survives every way from one format into another', () => {
  expect(pairs).toHaveLength(12)
  fc.assert(
    fc.property(designs, fc.constantFrom(...pairs), (design, [from, to]) => {
      const first = through(from, design)
      expect(onlyOf(through(to, first), design), `${from} → ${to}`).toEqual(meaning(design.resources))
    }),
    { numRuns: randomRuns(420) },
  )
}, 180_000)

test('a DistributionConfig is the same whichever way the design came', () => {
  fc.assert(
    fc.property(designs, fc.constantFrom(...holdsAll), (design, format) => {
      // The reference counts empty wrappers too, and any unlike one will do.
      const configOf = (from: DesignDocument): unknown => ({
        ...JSON.parse(writeFormat('distribution-config', from).text),
        CallerReference: '',
      })
      const direct = configOf(design)
      const around = configOf(through(format, design))
      expect(meaning(around), format).toEqual(meaning(direct))
      const config = through('distribution-config', design)
      const back = configOf(through(format, config))
      expect(meaning(back), `distribution-config → ${format}`).toEqual(meaning(direct))
    }),
    { numRuns: randomRuns(420) },
  )
}, 180_000)

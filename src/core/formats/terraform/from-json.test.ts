import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'

function opened(source: object) {
  const read = readSource(JSON.stringify(source, null, 2))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const [site] = distributionsIn(read.value.document)
  if (!site) throw new Error('There is no distribution.')
  return { ...read.value, site }
}
const errorsOf = ({ document }: ReturnType<typeof opened>) =>
  findProblems(rules, { document })
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule.id)

const address = 'module.cdn.aws_cloudfront_distribution.site[0]'
const plan = (values: object, unknown: object) => ({
  planned_values: {
    root_module: {
      child_modules: [
        {
          resources: [
            { address, mode: 'managed', type: 'aws_cloudfront_distribution', name: 'site', index: 0, values },
          ],
        },
      ],
    },
  },
  resource_changes: [{ address, change: { after_unknown: unknown } }],
})

test('blocks that a plan leaves to the apply are unknown, and nothing is said of them', () => {
  const read = opened(
    plan(
      { enabled: true, aliases: [], origin: [], logging_config: [{ prefix: 'a' }] },
      {
        origin: true,
        default_cache_behavior: true,
        viewer_certificate: true,
        restrictions: true,
        logging_config: [{ bucket: true }],
      },
    ),
  )
  expect(read.site.config.Origins?.[0]).toHaveProperty('unknown')
  expect(read.site.config.DefaultCacheBehavior).toHaveProperty('unknown')
  expect(read.site.config.Logging).toMatchObject({
    Prefix: 'a',
    Bucket: { unknown: 'bucket (known after apply)' },
  })
  expect(errorsOf(read)).toEqual([])
})

test('single values and items that a plan leaves to the apply are unknown beside those that it knows', () => {
  const { site } = opened(
    plan(
      {
        enabled: true,
        aliases: ['a.example.com', null],
        origin: [{ origin_id: 'web', custom_origin_config: [{ http_port: 80 }] }],
      },
      {
        aliases: [false, true],
        origin: [{ domain_name: true, custom_origin_config: [{ https_port: true }] }],
      },
    ),
  )
  expect(site.config.Aliases).toEqual([
    'a.example.com',
    expect.objectContaining({ unknown: 'aliases (known after apply)' }),
  ])
  expect(site.config.Origins?.[0]).toMatchObject({
    DomainName: { unknown: 'domain_name (known after apply)' },
    CustomOriginConfig: { HTTPPort: 80, HTTPSPort: { unknown: 'https_port (known after apply)' } },
  })
})

test('a state as Terraform keeps it is read, and ids in it name its resources', () => {
  const state = {
    version: 4,
    terraform_version: '1.9.0',
    lineage: 'x',
    resources: [
      {
        module: 'module.cdn',
        mode: 'managed',
        type: 'aws_cloudfront_distribution',
        name: 'site',
        instances: [
          {
            index_key: 0,
            attributes: {
              id: 'E1',
              enabled: true,
              origin: [
                {
                  origin_id: 'b',
                  domain_name: 'b.s3.us-east-1.amazonaws.com',
                  origin_access_control_id: 'E1OAC',
                },
              ],
              default_cache_behavior: [
                {
                  target_origin_id: 'b',
                  viewer_protocol_policy: 'https-only',
                  cache_policy_id: 'p-1',
                  min_ttl: 0,
                },
              ],
            },
          },
        ],
      },
      {
        mode: 'managed',
        type: 'aws_cloudfront_origin_access_control',
        name: 'oac',
        instances: [{ attributes: { id: 'E1OAC', name: 'oac' } }],
      },
      {
        mode: 'managed',
        type: 'aws_cloudfront_cache_policy',
        name: 'p',
        instances: [{ attributes: { id: 'p-1', name: 'p' } }],
      },
      { mode: 'data', type: 'aws_caller_identity', name: 'me', instances: [{ attributes: {} }] },
    ],
  }
  const { site, format, document, locate } = opened(state)
  expect(format.id).toBe('terraform')
  expect(site.config.Origins?.[0]).toMatchObject({ OriginAccessControlId: { ref: 'oac' } })
  expect(site.config.DefaultCacheBehavior).toMatchObject({ CachePolicyId: { ref: 'p' } })
  expect(site.config.DefaultCacheBehavior).not.toHaveProperty('MinTTL')
  expect(locate([...site.path, 'Enabled'])?.line).toBeGreaterThan(10)
  const losses = writeFormat('cloudformation-yaml', document).losses.map(({ message }) => message)
  expect(losses.filter((message) => !message.startsWith('CloudFormation requires'))).toEqual([])
})

test('an expression of several references may be none of them, and holds on to what it names', () => {
  const { site } = opened({
    ...plan(
      { enabled: true, aliases: ['b.example.com'], origin: [{ origin_id: 'o' }] },
      { aliases: [true, false], origin: [{ domain_name: true, origin_access_control_id: true }] },
    ),
    configuration: {
      root_module: {
        module_calls: {
          cdn: {
            module: {
              resources: [
                {
                  address: 'aws_cloudfront_distribution.site',
                  expressions: {
                    origin: [
                      {
                        origin_id: { constant_value: 'o' },
                        domain_name: {
                          references: [
                            'var.host',
                            'aws_s3_bucket.b.bucket_regional_domain_name',
                            'aws_s3_bucket.b',
                          ],
                        },
                        origin_access_control_id: {
                          references: [
                            'aws_cloudfront_origin_access_control.o.id',
                            'aws_cloudfront_origin_access_control.o',
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        },
      },
    },
  })
  expect(site.config.Origins?.[0]).toMatchObject({
    DomainName: {
      unknown: 'var.host, aws_s3_bucket.b.bucket_regional_domain_name',
      like: 'b.s3.us-east-1.amazonaws.com',
      mayBeAbsent: true,
    },
    OriginAccessControlId: { unknown: 'aws_cloudfront_origin_access_control.o.id' },
  })
  // A set leaves out the members that it does not know.
  expect(site.config.Aliases).toMatchObject(['b.example.com', { unknown: 'aliases (known after apply)' }])
})

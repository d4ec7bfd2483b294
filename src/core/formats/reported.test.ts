/** Sources that were once read wrong: what each of them says, and which errors it must not be given. */
import { expect, test } from 'vitest'
import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { readSource, writeFormat } from './index.ts'

const texts = import.meta.glob<string>('/src/fixtures/corpus/reported/*', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const textOf = (file: string): string => {
  const text = texts[`/src/fixtures/corpus/reported/${file}`]
  if (text === undefined) throw new Error(`There is no ${file}.`)
  return text
}
function opened(file: string) {
  const read = readSource(textOf(file))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}
function config(file: string) {
  const [found] = distributionsIn(opened(file).document)
  if (!found) throw new Error('There is no distribution.')
  return found.config
}
/** Every error, of the rules and of the reader. */
function errorsIn(file: string): string[] {
  const { document, notes } = opened(file)
  const found = findProblems(rules, { document }).map(({ rule, severity }) => ({ rule: rule.id, severity }))
  return [...found, ...notes].filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
}

/** The sources with an error that is true of them. */
const trueErrors: Readonly<Record<string, readonly string[]>> = {
  // Neither the distribution nor its tenant has a certificate for the tenant's domain.
  'tf-tenants.tf': ['tenant/certificate'],
  // The API refuses a custom origin without OriginSslProtocols: “The parameter OriginSslProtocols is required.”
  'dc-aws-comment.json': ['config/required-fields'],
  'dc-resources-comment.json': ['config/required-fields'],
  'dup-key.yaml': ['import/duplicate-key', 'import/duplicate-key'],
}
const readable = Object.keys(texts).map((path) => path.slice(path.lastIndexOf('/') + 1))

test.each(readable)('%s has no error but what is true of it, and saves as the same bytes', (file) => {
  expect(errorsIn(file)).toEqual(trueErrors[file] ?? [])
  const { document, format } = opened(file)
  expect(writeFormat(format.id, document).text).toBe(textOf(file))
})

test('no operator takes what a run decides for false', () => {
  const found = config('tf-op-unknown.tf')
  const behavior = known(found.DefaultCacheBehavior)
  const values = [found.Enabled, found.IsIPV6Enabled, behavior?.DefaultTTL, behavior?.Compress]
  expect(values.map((value) => (value as { unknown?: string } | undefined)?.unknown)).toEqual([
    'var.stage == "prod"',
    'var.ttl > 5',
    'var.ttl * 60',
    'var.stage != "dev" && var.ttl >= 0',
  ])
})

test('a distribution whose count a run decides is there', () => {
  expect(config('tf-count-eq.tf').Enabled).toBe(true)
})

test('a multi-tenant distribution of Terraform is there with its tenant, group and trust store', () => {
  const { document, notes } = opened('tf-tenants.tf')
  expect(Object.values(document.resources).map(({ type }) => type)).toEqual([
    'Distribution',
    'DistributionTenant',
    'ConnectionGroup',
    'TrustStore',
  ])
  expect(config('tf-tenants.tf')).toMatchObject({ ConnectionMode: 'tenant-only', Origins: [{ Id: 'o' }] })
  expect(document.resources['t']?.config).toMatchObject({
    DistributionId: { ref: 'mt' },
    Domains: [{ Domain: 't.example.com' }],
  })
  expect(notes.filter(({ rule }) => rule === 'import/unknown-resource')).toHaveLength(2)
})

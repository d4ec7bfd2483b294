import { tableOf } from '#core/ground/names.ts'
import { behaviorsOf, distributionsIn, oncePerPair, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { setAt } from '#core/model/edit.ts'
import { isExpression, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { requiredByApi } from '#core/resources/distribution/required.ts'
import { resourceKind } from '#core/resources/index.ts'
import type { Requirement } from '#core/resources/kind/requirement.ts'
import { defineRule, type Finding } from '#core/rules/harness/rule.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

type Fields = Readonly<Record<string, unknown>>

/** Found once for each part: an edit makes new only those that lead to what it changes. */
const missingInPart = oncePerPair((requirement: Requirement, part: object): readonly Path[] => [
  ...(Array.isArray(part) ? missingInItems(requirement, part) : missingInFields(requirement, part as Fields)),
])

function* missingInItems(requirement: Requirement, items: readonly unknown[]): Generator<Path> {
  for (const [index, item] of items.entries()) yield* missingIn(requirement, item, [index])
}

function* missingInFields(requirement: Requirement, fields: Fields): Generator<Path> {
  for (const name of requirement.fields ?? []) if (fields[name] === undefined) yield [name]
  for (const [name, inner] of Object.entries(requirement.within ?? {}))
    yield* missingIn(inner, fields[name], [name])
}

function* missingIn(requirement: Requirement, value: unknown, path: Path): Generator<Path> {
  if (typeof value !== 'object' || value === null || isExpression(value)) return
  for (const rest of missingInPart(requirement, value)) yield [...path, ...rest]
}

/** What can be filled in without asking. */
const harmless: Fields = { Comment: '', Enabled: true }

function findingAt(path: Path): Finding {
  const name = String(path.at(-1))
  const of = path.findLast(
    (step, index) => index < path.length - 1 && step !== 'config' && typeof step === 'string',
  )
  const value = harmless[name]
  return {
    path,
    message: `“${name}” of “${of}” is missing, and CloudFront refuses the configuration without it; set it.`,
    ...(value !== undefined && { fix: setAt(path, value, `Set ${name}`) }),
  }
}

const ofDistribution: Requirement = { fields: requiredByApi }
const ofCustomOrigin: Requirement = { fields: ['OriginSslProtocols', 'HTTPPort', 'HTTPSPort'] }
const ofLegacyBehavior: Requirement = { fields: ['MinTTL'] }

/** Where the API answers “The parameter MinTTL is required.”, “The parameter OriginSslProtocols is required.” */
function* missingInParts(distribution: PlacedDistribution): Generator<Path> {
  for (const { value: origin, path } of originsOf(distribution))
    yield* missingIn(ofCustomOrigin, origin.CustomOriginConfig, [...path, 'CustomOriginConfig'])
  for (const { behavior, path } of behaviorsOf(distribution))
    if (known(behavior.ForwardedValues) && behavior.CachePolicyId === undefined)
      yield* missingIn(ofLegacyBehavior, behavior, path)
}

/** A DistributionConfig as it is handed to the API; other sources are written anew with what the API wants besides. */
function* missingForApi(document: DesignDocument): Generator<Path> {
  for (const [id, { type, config }] of Object.entries(document.resources))
    if (type === 'Distribution') yield* missingIn(ofDistribution, config, ['resources', id, 'config'])
  for (const distribution of distributionsIn(document)) yield* missingInParts(distribution)
}

/** What CloudFormation wants besides: the plan makes up caller references, and the API takes these lists for empty. */
const requiredByCloudFormation: Readonly<Record<string, Requirement>> = tableOf({
  FieldLevelEncryptionConfig: {
    fields: ['CallerReference'],
    within: {
      QueryArgProfileConfig: { fields: ['QueryArgProfiles'] },
      ContentTypeProfileConfig: {
        fields: ['ContentTypeProfiles'],
        within: { ContentTypeProfiles: { fields: ['ProfileId'] } },
      },
    },
  },
  FieldLevelEncryptionProfile: { fields: ['CallerReference'] },
  OriginAccessIdentity: { fields: ['Comment'] },
  PublicKey: { fields: ['CallerReference'] },
})

function* missingForCloudFormation(document: DesignDocument): Generator<Path> {
  for (const [id, { type, config }] of Object.entries(document.resources)) {
    const requirement = requiredByCloudFormation[type]
    if (requirement) yield* missingIn(requirement, config, ['resources', id, 'config'])
  }
}

export const configRequiredFields = defineRule({
  id: 'config/required-fields',
  severity: 'error',
  sees: 'all',
  summary: 'A field that CloudFront requires is missing.',
  why: 'The API and CloudFormation refuse a configuration that lacks a required field, often without saying in which of many alike structures.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3003'],

  *check({ document }) {
    const format = document.source?.format
    // Terraform's provider has defaults of its own for what CloudFormation requires.
    if (format === 'terraform') return
    for (const [id, { type, config }] of Object.entries(document.resources)) {
      const requirement = resourceKind(type)?.required
      if (requirement)
        for (const path of missingIn(requirement, config, ['resources', id, 'config'])) yield findingAt(path)
    }
    if (format?.startsWith('cloudformation'))
      for (const path of missingForCloudFormation(document)) yield findingAt(path)
    if (format === 'distribution-config') for (const path of missingForApi(document)) yield findingAt(path)
  },
})

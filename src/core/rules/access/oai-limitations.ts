import { kmsEncryptionOf } from '#core/model/bucket-encryption.ts'
import { bucketBehind } from '#core/model/bucket-policy.ts'
import { behaviorsOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { takesWrites } from '#core/rules/lookup/behavior-traits.ts'
import { hasAccessIdentity } from '#core/rules/lookup/origin-access.ts'
import { behaviorName, eachOrigin, originsBehind } from '#core/rules/lookup/walk.ts'

/** Regions to opt into that opened after December 2022. */
const lateRegions = [
  'ap-southeast-4',
  'il-central-1',
  'ca-west-1',
  'ap-southeast-5',
  'mx-central-1',
  'ap-southeast-7',
  'ap-east-2',
  'ap-southeast-6',
]

export const accessOaiLimitations = defineRule({
  id: 'access/oai-limitations',
  covers: ['access/oai-legacy'],
  severity: 'warning',
  summary: 'The origin access identity does not support what this bucket needs.',
  why: 'Origin access identities do not support objects encrypted with KMS, Regions that opened after December 2022, or writes, or need extra workarounds for them. Origin access control does all three.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  code: null,
  shows: { request: { url: '/index.html' }, outcome: { status: 403, originRequests: [{ status: 403 }] } },

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      if (!hasAccessIdentity(origin)) continue
      const bucket = bucketBehind(document, origin.DomainName)
      const region = /\.s3[.-](?:dualstack\.)?([a-z]{2}-[a-z]+-\d)\.amazonaws/.exec(
        known(origin.DomainName) ?? '',
      )?.[1]
      const writer = behaviorsOf(distribution).find(
        ({ behavior }) =>
          takesWrites(behavior) &&
          originsBehind({ distribution, behavior }).some(({ value }) => value.Id === origin.Id),
      )
      const limits = [
        ...(bucket !== undefined && kmsEncryptionOf(document, bucket)
          ? [`read what KMS encrypts in “${bucket}”`]
          : []),
        ...(region !== undefined && lateRegions.includes(region) ? [`reach a bucket in “${region}”`] : []),
        ...(writer ? [`write for ${behaviorName(writer)}`] : []),
      ]
      if (limits.length === 0) continue
      yield {
        path: [...path, 'S3OriginConfig', 'OriginAccessIdentity'],
        message: `The identity of “${nameOf(origin.Id)}” does not ${limits.join(' or ')} without a workaround of your own; use an origin access control.`,
      }
    }
  },
})

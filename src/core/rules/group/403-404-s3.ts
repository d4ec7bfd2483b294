import { bucketGrant } from '#core/model/bucket-policy.ts'
import { distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const group403404S3 = defineRule({
  id: 'group/403-404-s3',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'An origin group does not fail over when a bucket has no such object.',
  why: 'A bucket that CloudFront may not list answers 403 for an object that is not there. A group that does not fail over on 403 never asks the second origin for it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { value: one, path } of originGroupsOf(distribution)) {
        const codes = known(one.FailoverCriteria)?.StatusCodes
        if (!isWhollyKnown(codes) || !isWhollyKnown(one.Members)) continue
        const items = knownItems(codes)
        if (items.length === 0 || items.includes(403)) continue
        const [first] = knownItems(one.Members)
        const primary = originsOf(distribution).find(({ value }) => value.Id === first?.OriginId)?.value
        if (!primary || !originKindOf(document, primary)?.isBucket) continue
        const kind = primary.OriginAccessControlId
          ? 'oac'
          : known(primary.S3OriginConfig)?.OriginAccessIdentity
            ? 'oai'
            : 'none'
        if (bucketGrant(document, primary.DomainName, kind).list) continue
        const field = [...path, 'FailoverCriteria', 'StatusCodes']
        yield {
          path: field,
          message: `“${nameOf(one.Id)}” fails over on ${items.join(', ')}, and its bucket “${nameOf(primary.Id)}” answers 403 for missing objects unless CloudFront may list it; add 403, or allow “s3:ListBucket” and add 404.`,
          suggestions: [
            setAt(
              field,
              [...items, 403].toSorted((a, b) => a - b),
              'Add 403',
            ),
          ],
        }
      }
  },
})

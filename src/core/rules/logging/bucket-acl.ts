import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isExpression } from '#core/model/field.ts'
import { isAloneInFile } from '#core/model/links.ts'
import { valueAt } from '#core/model/path.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { logBucketOf } from '#core/rules/lookup/access-logs.ts'
import { listIn } from '#core/rules/lookup/foreign.ts'

export const loggingBucketAcl = defineRule({
  id: 'logging/bucket-acl',
  severity: 'error',
  summary: 'The log bucket has access control lists off.',
  why: "CloudFront delivers legacy logs through the bucket's access control list. A bucket has none unless its object ownership is BucketOwnerPreferred or ObjectWriter, and creating the distribution fails. Buckets are made without one since April 2023.",
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const bucket = logBucketOf(document, config)
      if (bucket === undefined) continue
      const controls: unknown = valueAt(document.resources[bucket]?.config, ['OwnershipControls'])
      const rules = controls === undefined ? [] : listIn(valueAt(controls, ['Rules']))
      if (isExpression(controls) || rules === undefined) continue
      // Terraform has the controls in a resource of their own, which may stand in another file.
      if (controls === undefined && isAloneInFile(document)) continue
      const ownership = rules.map((rule) => valueAt(rule, ['ObjectOwnership']))
      if (ownership.some((one) => one !== 'BucketOwnerEnforced')) continue
      yield {
        path: [...path, 'Logging', 'Bucket'],
        message: `The log bucket “${bucket}” has no access control list${controls === undefined ? ' by default' : ''}, so CloudFront cannot deliver logs of “${id}”; set its ObjectOwnership to “BucketOwnerPreferred”, or use standard logging v2.`,
        suggestions: [
          setAt(
            ['resources', bucket, 'config', 'OwnershipControls'],
            { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] },
            'Set BucketOwnerPreferred',
          ),
        ],
      }
    }
  },
})

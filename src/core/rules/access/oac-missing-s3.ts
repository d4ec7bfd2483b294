import { type Edit, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { accessControl } from '#core/resources/origin-access-control.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { freeId } from '#core/rules/lookup/foreign.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

/**
 * Signs the requests of an origin: by the control for buckets that the design has by then, which the rule is not shown, or
 * by a new one.
 */
const attached = (path: Path, origin: string): Edit => ({
  label: 'Attach an origin access control',
  apply: (draft) => {
    const there = Object.entries(draft.resources).find(
      ([, { type, config }]) =>
        type === 'OriginAccessControl' && config.OriginAccessControlOriginType === 's3',
    )
    const id = there?.[0] ?? freeId(draft, `${origin.replaceAll(/[^A-Za-z0-9]/g, '')}Access`)
    if (!there) setAt(['resources', id], accessControl('s3')).apply(draft)
    setAt([...path, 'OriginAccessControlId'], { ref: id }).apply(draft)
  },
})

export const accessOacMissingS3 = defineRule({
  id: 'access/oac-missing-s3',
  severity: 'warning',
  sees: 'origin',
  profiles: ['security'],
  summary: 'A bucket origin has no origin access control.',
  why: 'Without one CloudFront asks the bucket without a signature, so that it must be public.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  code: null,
  alsoKnownAs: ['CKV2_AWS_46'],
  shows: {
    request: { url: '/index.html' },
    outcome: { originRequests: [{ headers: { authorization: { $absent: true } } }] },
  },

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (
        origin.OriginAccessControlId ||
        known(origin.S3OriginConfig)?.OriginAccessIdentity ||
        !origin.S3OriginConfig ||
        !originKindOf(document, origin)?.isBucket
      )
        continue
      yield {
        path,
        suggestions: [attached(path, nameOf(origin.Id))],
        message: `CloudFront asks the bucket of “${nameOf(origin.Id)}” unsigned, so it must be public; attach an origin access control.`,
      }
    }
  },
})

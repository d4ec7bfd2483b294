import { toPointer } from '#core/model/path.ts'
import { guide } from '#core/trace/engine/stage.ts'
import { defineHint } from './hint.ts'

export const bucketGrantsNothing = defineHint({
  id: 'bucket-grants-nothing',
  docs: guide('private-content-restricting-access-to-s3'),
  find({ origin, attempt }) {
    if (origin?.kind !== 's3' || attempt?.status !== 403 || origin.access.grant.read !== 'missing')
      return undefined
    return {
      text: `The policy of the bucket behind “${origin.id}” lets CloudFront read nothing, so every object is a 403. Allow s3:GetObject to cloudfront.amazonaws.com with this distribution as AWS:SourceArn.`,
      // First where the remedy is offered: a bucket without a policy has no field for one.
      because: [origin.access.path, origin.access.grant.path].flatMap((path) =>
        path ? [toPointer(path)] : [],
      ),
    }
  },
})

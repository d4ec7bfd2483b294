import { toPointer } from '#core/model/path.ts'
import { guide } from '#core/trace/engine/stage.ts'
import { defineHint } from './hint.ts'

export const bucketHidesMissing = defineHint({
  id: 'bucket-hides-missing',
  docs: guide('private-content-restricting-access-to-s3'),
  find({ origin, attempt }) {
    if (origin?.kind !== 's3' || attempt?.status !== 403) return undefined
    if (origin.access.grant.read === 'missing' || origin.access.grant.list) return undefined
    if (attempt.path.endsWith('/')) return undefined
    return {
      text: `S3 answers 403 for “${attempt.path}” and not 404, because CloudFront may not list the bucket: to one who may not, S3 does not say what is missing. Either the object is not there, or it is and may not be read. Grant s3:ListBucket on the bucket to get a 404, and set a default root object, since the root would then list the bucket.`,
      because: [origin.access.grant.path, origin.path].flatMap((path) => (path ? [toPointer(path)] : [])),
    }
  },
})

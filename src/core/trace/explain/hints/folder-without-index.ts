import { toPointer } from '#core/model/path.ts'
import { guide } from '#core/trace/engine/stage.ts'
import { defineHint } from './hint.ts'

export const folderWithoutIndex = defineHint({
  id: 'folder-without-index',
  docs: guide('DefaultRootObject'),
  find({ origin, attempt, distribution, behavior }) {
    if (origin?.kind !== 's3' || attempt?.status === undefined || attempt.status < 400) return undefined
    if (!attempt.path.endsWith('/')) return undefined
    const isRoot = attempt.path === `${origin.originPath}/`
    const key = attempt.path.slice(1)
    if (isRoot && distribution.defaultRootObject === '')
      return {
        text: 'The root of the site was asked of S3 as it stands, which has no such object: the distribution has no default root object. Set it to index.html.',
        because: [toPointer([...distribution.path, 'DefaultRootObject'])],
      }
    return {
      text: `S3 was asked for the key “${key}”, and no object has that name. The default root object holds for / alone, and the S3 REST endpoint has no index documents for folders. A function on the viewer request can append index.html.`,
      because: [toPointer([...distribution.path, 'DefaultRootObject']), toPointer(behavior.path)],
    }
  },
})

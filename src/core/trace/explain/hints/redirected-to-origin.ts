import { toPointer } from '#core/model/path.ts'
import { guide } from '#core/trace/engine/stage.ts'
import { defineHint } from './hint.ts'

export const redirectedToOrigin = defineHint({
  id: 'redirected-to-origin',
  docs: guide('DownloadDistS3AndCustomOrigins'),
  find({ result, origin, distribution, behavior }) {
    const location = result.headers['location']
    if (result.status < 300 || result.status > 308 || typeof location !== 'string') return undefined
    const host = /^https?:\/\/([^/:]+)/i.exec(location)?.[1]?.toLowerCase()
    if (host === undefined || host === distribution.domainName || distribution.aliases.includes(host))
      return undefined
    const target = origin ?? behavior.target.origins[0]
    const isBucket = /(^|\.)s3(?!-website)[.-][a-z0-9.-]*amazonaws\.com$/.test(host)
    if (!target || (!isBucket && host !== target.domainName)) return undefined
    if (target.kind === 's3-website' && host === target.domainName)
      return {
        text: `The website endpoint sends the viewer past CloudFront, to itself (${host}): it adds the slash of a folder, or follows a redirect rule, by its own name. Ask for folders with their slash (a function can add it), or name the public host in the redirect rule.`,
        because: [toPointer([...target.path, 'DomainName'])],
      }
    return {
      text: `The origin sends the viewer past CloudFront, to ${host}${isBucket ? ', which a private bucket then refuses. S3 redirects so when a new bucket is asked by the global endpoint; name the origin by its region (bucket.s3.eu-west-1.amazonaws.com)' : '. The origin builds its redirects from the Host that it gets, its own name; forward the viewer’s Host, or let it redirect by path'}.`,
      because: [toPointer([...target.path, 'DomainName'])],
    }
  },
})

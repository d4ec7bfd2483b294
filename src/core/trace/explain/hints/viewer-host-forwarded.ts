import { toPointer } from '#core/model/path.ts'
import { guide } from '#core/trace/engine/stage.ts'
import { defineHint } from './hint.ts'

/** Hosts that route, or have a certificate, by their own name alone. */
const ownNameOnly = /\.(execute-api|lambda-url)\.[a-z0-9-]+\.(amazonaws\.com|on\.aws)$|\.s3[.-]/

export const viewerHostForwarded = defineHint({
  id: 'viewer-host-forwarded',
  docs: guide('http-502-bad-gateway'),
  find({ attempt, origin, behavior }) {
    if (!attempt || !origin || attempt.host === origin.domainName) return undefined
    const isRefused = attempt.error === 'tls' || attempt.status === 403 || ownNameOnly.test(origin.domainName)
    if (!isRefused) return undefined
    return {
      text: `“${origin.id}” is asked with the viewer's Host “${attempt.host}” and not its own “${origin.domainName}”. API Gateway and Lambda function URLs answer 403 to a name that is not theirs, and a server whose certificate does not cover the viewer's host is a 502. Use AllViewerExceptHostHeader, or take Host out of the policy.`,
      because: [toPointer(behavior.forward.path ?? behavior.key.path)],
    }
  },
})

import type { Aspect } from '#core/review/aspect.ts'
import type { Difference } from '#core/review/change.ts'

const words = {
  'allow-all': 'HTTP and HTTPS',
  'redirect-to-https': 'HTTPS; HTTP is redirected',
  'https-only': 'HTTPS only; HTTP is answered 403',
} as const

type Policy = keyof typeof words

function judge(before: Policy, after: Policy): Pick<Difference, 'severity' | 'text' | 'kinds'> {
  if (after === 'allow-all')
    return {
      severity: 'danger',
      text: 'Viewers can now use plain HTTP, so what they send and get can be read on the way.',
      kinds: ['public'],
    }
  if (after === 'https-only')
    return {
      severity: 'danger',
      text: `Requests over HTTP are answered 403; until now they were ${before === 'allow-all' ? 'served' : 'redirected to HTTPS'}.`,
      kinds: ['outage'],
    }
  return before === 'https-only'
    ? {
        severity: 'note',
        text: 'Requests over HTTP are redirected to HTTPS; until now they were answered 403.',
      }
    : {
        severity: 'change',
        text: 'Requests over HTTP are redirected to HTTPS. A client that follows no redirects, or that sends a POST over HTTP, has to be changed first.',
      }
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html */
export const protocol: Aspect = {
  what: 'protocol',
  title: 'The viewer protocol policy',
  reads: ({ raw }) => [raw.ViewerProtocolPolicy],
  says: ({ behavior }) => words[behavior.protocolPolicy],
  field: ({ behavior }) => [...behavior.path, 'ViewerProtocolPolicy'],
  *compare({ behavior: before }, { behavior: after }) {
    if (before.protocolPolicy === after.protocolPolicy) return
    yield {
      before: words[before.protocolPolicy],
      after: words[after.protocolPolicy],
      ...judge(before.protocolPolicy, after.protocolPolicy),
      shownBy: [{ protocol: 'http' }],
    }
  },
}

import type { Aspect } from '#core/review/aspect.ts'
import { behindPolicy } from '#core/review/unknown.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'

/** The codings that CloudFront itself applies. */
const codings = ({ compress, key, ttl }: CompiledBehavior): string => {
  if (!compress || ttl.disabled || key.headers.takes('accept-encoding')) return ''
  return [...(key.gzip ? ['gzip'] : []), ...(key.brotli ? ['Brotli'] : [])].join(' and ')
}

const words = (behavior: CompiledBehavior) => codings(behavior) || 'nothing is compressed'

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html */
export const compression: Aspect = {
  what: 'compression',
  title: 'Compression',
  reads: ({ raw, side: { document } }) => {
    const policy = behindPolicy(document, 'CachePolicy', raw.CachePolicyId)
    return [
      raw.Compress,
      typeof policy === 'object' && policy !== null && 'unknown' in policy ? policy : undefined,
    ]
  },
  says: ({ behavior }) => words(behavior),
  field: ({ behavior }) => [...behavior.path, 'Compress'],
  *compare({ behavior: before }, { behavior: after }) {
    const [had, has] = [codings(before), codings(after)]
    if (had === has) return
    const isLess = has === '' || (had.includes('Brotli') && !has.includes('Brotli'))
    yield {
      before: words(before),
      after: words(after),
      severity: has === '' ? 'change' : 'note',
      text:
        has === ''
          ? 'CloudFront compresses nothing any more: text is sent at its full size.'
          : had === ''
            ? `CloudFront compresses text that viewers accept compressed (${has}).`
            : `CloudFront compresses with ${has} instead of ${had}.`,
      kinds: isLess ? ['cost'] : [],
      shownBy: [
        {
          headers: { 'accept-encoding': 'br, gzip' },
          answers: {
            match: {},
            response: {
              status: 200,
              headers: { 'Content-Type': 'text/html', 'Content-Length': '4000' },
              body: 'text '.repeat(800),
            },
          },
        },
      ],
    }
  },
}

/** Settings of a distribution that people look for by their names: each leads to its field in the inspector. */
import { inSentence } from '#core/ground/in-sentence.ts'
import { combine, type Edit, insertAt, setAt } from '#core/model/edit.ts'
import { valueAt } from '#core/model/path.ts'
import type { GlyphName } from '#ui/Glyph.tsx'
import { configOf, type PaletteItem, sitePath } from './item.ts'

/** An item that sets fields which the distribution does not have yet, and leads to the first of them. */
const setting = (
  id: string,
  label: string,
  hint: string,
  picture: GlyphName,
  fields: Readonly<Record<string, unknown>>,
  focus: string = Object.keys(fields)[0] ?? '',
): PaletteItem => ({
  id,
  label,
  hint,
  picture,
  group: 'Distribution settings',
  on: 'distribution',
  insert(document, { owner }) {
    const path = sitePath(owner)
    const edits = Object.entries(fields).flatMap(([name, value]): Edit[] => {
      const at = [...path, ...name.split('.')]
      return valueAt(document, at) === undefined ? [setAt(at, value)] : []
    })
    return { edit: combine(`Add ${inSentence(label)}`, edits), path, focus: [...path, ...focus.split('.')] }
  },
})

const errorResponse: PaletteItem = {
  id: 'error-response',
  label: 'Custom error response',
  hint: 'an error page, or the app for 403 and 404',
  picture: 'error',
  group: 'Distribution settings',
  on: 'distribution',
  insert(document, { owner }) {
    const path = sitePath(owner)
    const responses = configOf(document, owner).CustomErrorResponses ?? []
    const taken = responses.map((one) => ('ErrorCode' in one ? one.ErrorCode : undefined))
    const ErrorCode =
      [404, 403, 500, 502, 503, 504, 400, 405, 414, 416, 501].find((code) => !taken.includes(code)) ?? 404
    const response = { ErrorCode, ResponseCode: '404', ResponsePagePath: '/404.html', ErrorCachingMinTTL: 10 }
    return {
      edit: insertAt(
        [...path, 'CustomErrorResponses'],
        responses.length,
        response,
        `Add custom error response for ${ErrorCode}`,
      ),
      path,
      focus: [...path, 'CustomErrorResponses'],
    }
  },
}

export const settingItems: readonly PaletteItem[] = [
  setting(
    'certificate',
    'Certificate and alternate domain names',
    'your own domain, with ACM',
    'certificate',
    {
      'ViewerCertificate.ACMCertificateArn': '',
      'ViewerCertificate.SSLSupportMethod': 'sni-only',
      'ViewerCertificate.MinimumProtocolVersion': 'TLSv1.2_2021',
    },
    'Aliases',
  ),
  setting('web-acl', 'Web ACL', 'AWS WAF in front of the cache', 'firewall', { WebACLId: '' }),
  setting(
    'geo-restriction',
    'Geographic restriction',
    'which countries may view',
    'place',
    {
      'Restrictions.GeoRestriction.RestrictionType': 'whitelist',
      'Restrictions.GeoRestriction.Items': [],
    },
    'Restrictions.GeoRestriction.Items',
  ),
  errorResponse,
  setting(
    'logging',
    'Standard logging',
    'requests to an S3 bucket',
    'log',
    {
      'Logging.Enabled': true,
      'Logging.Bucket': '',
      'Logging.Prefix': 'cloudfront/',
      'Logging.IncludeCookies': false,
    },
    'Logging.Bucket',
  ),
]

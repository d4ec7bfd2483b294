/**
 * What CloudFront refuses of the origin helpers' arguments.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html
 */
import type { Json } from '#core/model/field.ts'

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function idProblem(value: Json | undefined, originIds: readonly string[]): string | null {
  if (typeof value !== 'string' || value === '') return 'The origin ID has to be a string'
  return originIds.length === 0 || originIds.includes(value)
    ? null
    : `The distribution has no origin “${value}”`
}

function updateProblem(value: Json): string | null {
  if (!isObject(value)) return 'updateRequestOrigin takes an object'
  const { domainName, originPath } = value
  if (
    domainName !== undefined &&
    (typeof domainName !== 'string' || domainName === '' || /[:/]/.test(domainName))
  )
    return '“domainName” has to be a host name'
  if (
    originPath !== undefined &&
    originPath !== '' &&
    (typeof originPath !== 'string' || !originPath.startsWith('/'))
  )
    return '“originPath” has to start with “/”'
  return null
}

function groupProblem(value: Json, originIds: readonly string[]): string | null {
  if (!isObject(value)) return 'createRequestOriginGroup takes an object'
  const { originIds: members, failoverCriteria } = value
  if (!Array.isArray(members) || members.length !== 2) return '“originIds” has to name two origins'
  const criteria = isObject(failoverCriteria) ? failoverCriteria['statusCodes'] : undefined
  if (!Array.isArray(criteria) || criteria.length === 0)
    return '“failoverCriteria.statusCodes” has to list status codes'
  for (const member of members) {
    const problem = idProblem(isObject(member) ? member['originId'] : member, originIds)
    if (problem) return problem
  }
  return null
}

const certificateHeaders = [
  'cloudfront-viewer-cert-pem',
  'cloudfront-viewer-cert-serial-number',
  'cloudfront-viewer-cert-issuer',
  'cloudfront-viewer-cert-subject',
  'cloudfront-viewer-cert-validity',
  'cloudfront-viewer-cert-present',
  'cloudfront-viewer-cert-sha256',
  'client-cert',
  'client-cert-chain',
]
const pemHeaders = ['cloudfront-viewer-cert-pem', 'client-cert', 'client-cert-chain']

const isName = (value: Json | undefined): boolean => typeof value === 'string' && value !== ''

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/mtls-helper-methods.html */
function certificateProblem(method: string, value: Json): string | null {
  if (!isObject(value)) return `cf.${method} takes an object`
  if (method === 'mtls.combinePemHeaders')
    return isName(value['newHeaderName']) ? null : '“newHeaderName” has to be a header name'
  const allowed = method === 'mtls.renamePemHeaders' ? pemHeaders : certificateHeaders
  for (const [from, to] of Object.entries(value)) {
    if (!allowed.includes(from.toLowerCase())) return `“${from}” is no header that cf.${method} renames`
    if (!isName(isObject(to) ? to['newHeaderName'] : to)) return `“${from}” has to get a new header name`
  }
  return null
}

/** Why a call of a helper fails, or null. `originIds` are the distribution's; empty where they are not known. */
export function originCallProblem(
  method: string,
  argument: Json,
  originIds: readonly string[],
): string | null {
  if (method.startsWith('mtls.')) return certificateProblem(method, argument)
  if (method === 'updateRequestOrigin') return updateProblem(argument)
  if (method === 'createRequestOriginGroup') return groupProblem(argument, originIds)
  return idProblem(isObject(argument) ? argument['originId'] : undefined, originIds)
}

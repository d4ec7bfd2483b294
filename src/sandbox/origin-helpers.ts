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

/** Why a call of a helper fails, or null. `originIds` are the distribution's; empty where they are not known. */
export function originCallProblem(
  method: string,
  argument: Json,
  originIds: readonly string[],
): string | null {
  if (method === 'updateRequestOrigin') return updateProblem(argument)
  if (method === 'createRequestOriginGroup') return groupProblem(argument, originIds)
  return idProblem(isObject(argument) ? argument['originId'] : undefined, originIds)
}

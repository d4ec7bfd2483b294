import type { DesignDocument } from '#core/model/document.ts'
import { type Edit, setAt } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { type EdgeFunction, edgeFunctionsIn, trustedServices } from '#core/rules/lookup/edge-functions.ts'
import { foreignBehind, listIn } from '#core/rules/lookup/foreign.ts'

const wanted = ['lambda.amazonaws.com', 'edgelambda.amazonaws.com']

/** What SAM gives a function that names no role and no trust policy. */
const samDefault = { Statement: [{ Effect: 'Allow', Principal: { Service: ['lambda.amazonaws.com'] } }] }

const trusting = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: wanted }, Action: 'sts:AssumeRole' }],
}

interface Trust {
  readonly policy: unknown
  readonly path: Path
}

function trustOf(document: DesignDocument, { config, path, isServerless }: EdgeFunction): Trust | undefined {
  const { Role: field, AssumeRolePolicyDocument: own } = config
  if (isServerless && field === undefined)
    return own === undefined
      ? { policy: samDefault, path: [...path, 'AssumeRolePolicyDocument'] }
      : { policy: own, path: [...path, 'AssumeRolePolicyDocument'] }
  const role = foreignBehind(document, field, 'AWS::IAM::Role')
  return (
    role && {
      policy: role.config['AssumeRolePolicyDocument'],
      path: [...role.path, 'AssumeRolePolicyDocument'],
    }
  )
}

/** Adds the services to the first statement that allows one; SAM's own role is replaced by a policy that says both. */
function trustEdit({ policy, path }: Trust, missing: readonly string[]): Edit | undefined {
  const label = 'Trust the edge too'
  if (policy === samDefault) return setAt(path, trusting, label)
  if (typeof policy !== 'object') return undefined
  // The services could be read, so the policy has statements with principals in this form.
  const { Statement: field } = policy as { Statement: unknown }
  const statements = (listIn(field) ?? []) as { Effect?: unknown; Principal?: { Service?: unknown } }[]
  const index = statements.findIndex((one) => one.Effect === 'Allow' && one.Principal?.Service !== undefined)
  const services = listIn(statements[index]?.Principal?.Service)
  if (!services) return undefined
  const at: Path = Array.isArray(field) ? ['Statement', index] : ['Statement']
  return setAt([...path, ...at, 'Principal', 'Service'], [...services, ...missing], label)
}

export const lambdaEdgeRoleTrust = defineRule({
  id: 'lambda-edge/role-trust',
  severity: 'error',
  sees: 'all',
  summary: 'The role of a Lambda@Edge function does not trust Lambda@Edge.',
  why: 'CloudFront copies a function to its locations as edgelambda.amazonaws.com; without that name in the trust policy the association is refused. The role that SAM makes trusts Lambda only.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html',
  code: 'InvalidLambdaFunctionAssociation',

  *check({ document }) {
    for (const lambda of edgeFunctionsIn(document)) {
      const trust = trustOf(document, lambda)
      const services = trust && trustedServices(trust.policy)
      const missing = wanted.filter((service) => services && !services.includes(service))
      if (!trust || missing.length === 0) continue
      const fix = trustEdit(trust, missing)
      yield {
        path: trust.path,
        // The role that SAM would make is not in the template, so a change of SAM's would settle it.
        ...(trust.policy === samDefault && { severity: 'warning' as const }),
        message: `The role of “${lambda.id}” does not trust ${missing.map((one) => `“${one}”`).join(' and ')}, so CloudFront refuses the function; add it to AssumeRolePolicyDocument.`,
        ...(fix && { fix }),
      }
    }
  },
})

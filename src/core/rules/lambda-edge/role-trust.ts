import type { DesignDocument } from '#core/model/document.ts'
import { setAt } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'
import { type EdgeFunction, edgeFunctionsIn, trustedServices } from '#core/rules/edge-functions.ts'
import { foreignBehind, listIn } from '#core/rules/foreign.ts'
import { defineRule } from '#core/rules/rule.ts'

const wanted = ['lambda.amazonaws.com', 'edgelambda.amazonaws.com']

/** What SAM gives a function that names no role and no trust policy. */
const samDefault = { Statement: [{ Effect: 'Allow', Principal: { Service: ['lambda.amazonaws.com'] } }] }

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

/** Adds the services to the first statement of a policy. */
function trustEdit({ policy, path }: Trust, missing: readonly string[]) {
  // The services could be read, so the policy has statements with principals in this form.
  const { Statement: statements } = policy as { Statement: unknown }
  const [first] = (listIn(statements) ?? []) as { Principal?: { Service?: unknown } }[]
  const at: Path = Array.isArray(statements) ? ['Statement', 0] : ['Statement']
  const services = [...(listIn(first?.Principal?.Service) ?? []), ...missing]
  return setAt([...path, ...at, 'Principal', 'Service'], services, 'Trust the edge too')
}

export const lambdaEdgeRoleTrust = defineRule({
  id: 'lambda-edge/role-trust',
  severity: 'warning',
  summary: 'The role of a Lambda@Edge function trusts Lambda and the edge.',
  why: 'CloudFront copies a function to its locations as edgelambda.amazonaws.com; without that name in the trust policy the association is refused. The role that SAM makes trusts Lambda only.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html',
  code: 'InvalidLambdaFunctionAssociation',

  *check({ document }) {
    for (const lambda of edgeFunctionsIn(document)) {
      const trust = trustOf(document, lambda)
      const services = trust && trustedServices(trust.policy)
      const missing = wanted.filter((service) => services && !services.includes(service))
      if (!trust || missing.length === 0) continue
      const fix =
        trust.policy !== samDefault && typeof trust.policy === 'object'
          ? trustEdit(trust, missing)
          : undefined
      yield {
        path: trust.path,
        message: `The role of “${lambda.id}” does not trust ${missing.map((one) => `“${one}”`).join(' and ')}, so CloudFront refuses the function; add it to AssumeRolePolicyDocument.`,
        ...(fix && { fix }),
      }
    }
  },
})

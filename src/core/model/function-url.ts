/**
 * Whether a Lambda function URL of the design takes what CloudFront sends.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html
 */
import type { DesignDocument, LogicalId } from './document.ts'
import { isRef, isUnknown } from './field.ts'
import { type Path, valueAt } from './path.ts'

const refsOf = (value: unknown): readonly LogicalId[] =>
  isRef(value) ? [value.ref] : isUnknown(value) ? (value.refs ?? []) : []
const nameIn = (value: unknown): string => refsOf(value)[0] ?? (typeof value === 'string' ? value : '')

const actions = ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction']

/** The action that a permission gives CloudFront on a function, `other` for another's, undefined where it cannot be told. */
function actionOn(permission: unknown, target: unknown): string | undefined {
  const principal = valueAt(permission, ['Principal'])
  if (isUnknown(principal)) return undefined
  if (principal !== 'cloudfront.amazonaws.com') return 'other'
  const on = valueAt(permission, ['FunctionName'])
  if (isUnknown(on) && refsOf(on).length === 0) return undefined
  if (nameIn(on) !== nameIn(target)) return 'other'
  const action = valueAt(permission, ['Action'])
  return typeof action === 'string' ? action : undefined
}

/** The actions that nothing in the design lets CloudFront do with a function; none where it cannot be told. */
export function missingInvokeActions(document: DesignDocument, target: unknown): readonly string[] {
  const given = Object.values(document.resources)
    .filter(({ type }) => type === 'AWS::Lambda::Permission')
    .map(({ config }) => actionOn(config, target))
  if (given.includes(undefined) || given.includes('lambda:*') || given.includes('*')) return []
  return actions.filter((action) => !given.includes(action))
}

/** Why the function URL that an origin's host names answers 403, as far as the design tells; else null. */
export function refusalOfUrl(
  document: DesignDocument,
  host: unknown,
  isSigned: boolean,
): { readonly why: string; readonly path: Path } | null {
  const id = refsOf(host).find((ref) => document.resources[ref]?.type === 'AWS::Lambda::Url')
  const config = id === undefined ? undefined : document.resources[id]?.config
  if (id === undefined || valueAt(config, ['AuthType']) !== 'AWS_IAM') return null
  const path = ['resources', id, 'config']
  if (!isSigned)
    return {
      why: `“${id}” has AuthType AWS_IAM, and CloudFront does not sign for it`,
      path: [...path, 'AuthType'],
    }
  const missing = missingInvokeActions(document, valueAt(config, ['TargetFunctionArn']))
  return missing.length === 0
    ? null
    : {
        why: `nothing in the design lets CloudFront do “${missing.join('” and “')}” with the function of “${id}”`,
        path,
      }
}

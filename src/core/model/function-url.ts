/**
 * Whether a Lambda function URL of the design takes what CloudFront sends.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html
 */
import { tableOf } from '#core/ground/names.ts'
import type { DesignDocument, LogicalId } from './document.ts'
import { isRef, isUnknown } from './field.ts'
import { isAloneInFile, surelyNamed } from './links.ts'
import { type Path, valueAt } from './path.ts'

const refsOf = (value: unknown): readonly LogicalId[] =>
  isRef(value) ? [value.ref] : isUnknown(value) ? (value.refs ?? []) : []

/** What names another function than itself: a URL, an alias or a version of one, by the field that says which. */
const ofFunction: Readonly<Record<string, string>> = tableOf({
  'AWS::Lambda::Url': 'TargetFunctionArn',
  'AWS::Lambda::Alias': 'FunctionName',
  'AWS::Lambda::Version': 'FunctionName',
})

/**
 * The function that a value names: its logical id, or its name where the design does not hold it; undefined where only
 * the deployment tells.
 */
export function functionNamed(document: DesignDocument, value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') {
    const name =
      /^arn:aws[\w-]*:lambda:[^:]*:[^:]*:function:([^:]+)/.exec(value)?.[1] ?? value.replace(/:.*/, '')
    const own = Object.entries(document.resources).find(
      ([, { type, config }]) =>
        type === 'AWS::Lambda::Function' && valueAt(config, ['FunctionName']) === name,
    )
    return own?.[0] ?? name
  }
  const id = surelyNamed(value)
  const field = id === undefined ? undefined : ofFunction[document.resources[id]?.type ?? '']
  if (id === undefined || field === undefined || depth > 3) return id
  return functionNamed(document, valueAt(document.resources[id]?.config, [field]), depth + 1)
}

const actions = ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction']

/** The action that a permission gives CloudFront on a function, `other` for another's, undefined where it cannot be told. */
function actionOn(document: DesignDocument, permission: unknown, target: unknown): string | undefined {
  const principal = valueAt(permission, ['Principal'])
  if (isUnknown(principal)) return undefined
  if (principal !== 'cloudfront.amazonaws.com') return 'other'
  const [on, own] = [valueAt(permission, ['FunctionName']), target].map((one) => functionNamed(document, one))
  if (on === undefined || own === undefined) return undefined
  if (on !== own) return 'other'
  const action = valueAt(permission, ['Action'])
  return typeof action === 'string' ? action : undefined
}

/** The actions that nothing in the design lets CloudFront do with a function; none where it cannot be told. */
export function missingInvokeActions(document: DesignDocument, target: unknown): readonly string[] {
  // The permissions of another stack's function may stand there.
  if (!Object.hasOwn(document.resources, functionNamed(document, target) ?? '')) return []
  const given = Object.values(document.resources)
    .filter(({ type }) => type === 'AWS::Lambda::Permission')
    .map(({ config }) => actionOn(document, config, target))
  // A permission may stand in another file of the module.
  if (
    isAloneInFile(document) ||
    given.includes(undefined) ||
    given.includes('lambda:*') ||
    given.includes('*')
  )
    return []
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

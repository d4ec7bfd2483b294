import type { DesignDocument } from '#core/model/document.ts'
import { combine, setAt } from '#core/model/edit.ts'
import { isRef, isUnknown } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { arnOf, foreignBehind, foreignOf, freeId, namedIn, textIn } from '#core/rules/lookup/foreign.ts'
import { hasAccessControl } from '#core/rules/lookup/origin-access.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

const actions = ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction']

const nameIn = (value: unknown): string =>
  isRef(value) ? value.ref : (namedIn(value)[0] ?? textIn(value) ?? '')

/** What the design lets CloudFront do with a function; undefined where it cannot be told. */
function grantsFor(document: DesignDocument, target: unknown): Set<string> | undefined {
  const granted = new Set<string>()
  for (const { config } of foreignOf(document, 'AWS::Lambda::Permission')) {
    if (textIn(config['Principal']) !== 'cloudfront.amazonaws.com') {
      if (isUnknown(config['Principal'])) return undefined
      continue
    }
    const on = config['FunctionName']
    if (isUnknown(on) && namedIn(on).length === 0) return undefined
    if (nameIn(on) !== nameIn(target)) continue
    const action = textIn(config['Action'])
    if (action === undefined) return undefined
    granted.add(action)
  }
  return granted
}

export const accessOacLambdaAuthtype = defineRule({
  id: 'access/oac-lambda-authtype',
  severity: 'warning',
  profiles: ['recommended'],
  summary: "A Lambda function URL does not accept CloudFront's signed requests.",
  why: 'With AuthType NONE everyone can call the function around CloudFront. With AWS_IAM its policy has to let cloudfront.amazonaws.com do lambda:InvokeFunctionUrl and lambda:InvokeFunction for this distribution; otherwise Lambda answers 403.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      if (!hasAccessControl(origin)) continue
      const url = foreignBehind(document, origin.DomainName, 'AWS::Lambda::Url')
      if (!url) continue
      const type = textIn(url.config['AuthType'])
      const field = [...url.path, 'AuthType']
      if (type !== undefined && type !== 'AWS_IAM')
        yield {
          path: field,
          message: `“${url.id}” has AuthType “${type}”, so everyone can call it around “${distribution.id}”; use “AWS_IAM”.`,
          suggestions: [setAt(field, 'AWS_IAM', 'Use AWS_IAM')],
        }
      const target = url.config['TargetFunctionArn']
      const granted = grantsFor(document, target)
      if (!granted || granted.has('lambda:*') || granted.has('*')) continue
      const missing = actions.filter((action) => !granted.has(action))
      if (missing.length === 0) continue
      yield {
        path: [...path, 'OriginAccessControlId'],
        message: `Nothing in the design lets CloudFront do “${missing.join('” and “')}” with the function of “${url.id}”, so Lambda answers 403; add a permission for cloudfront.amazonaws.com with the ARN of “${distribution.id}” as SourceArn.`,
        suggestions: [
          combine(
            'Add the permission',
            missing.map((action) =>
              setAt(
                [
                  'resources',
                  freeId(document, `${distribution.id}${action.slice('lambda:'.length)}Permission`),
                ],
                {
                  type: 'AWS::Lambda::Permission',
                  config: {
                    Action: action,
                    FunctionName: target,
                    Principal: 'cloudfront.amazonaws.com',
                    SourceArn: arnOf(distribution.id),
                  },
                },
              ),
            ),
          ),
        ],
      }
    }
  },
})

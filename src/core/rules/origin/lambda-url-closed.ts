import type { DesignDocument } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import { functionNamed } from '#core/model/function-url.ts'
import { isAloneInFile } from '#core/model/links.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { placedOf } from '#core/rules/lookup/balancers.ts'
import { foreignOf, type PlacedForeign, textIn } from '#core/rules/lookup/foreign.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

/** Whether something of the design lets everybody call the function of a URL; where it cannot be told, it may. */
function mayBeOpen(document: DesignDocument, { config }: PlacedForeign): boolean {
  const own = functionNamed(document, config['TargetFunctionArn'])
  // A function of another stack has its policy there.
  if (document.resources[own ?? '']?.type !== 'AWS::Lambda::Function' || isAloneInFile(document)) return true
  return foreignOf(document, 'AWS::Lambda::Permission').some(({ config: permission }) => {
    const on = functionNamed(document, permission['FunctionName'])
    if (on === undefined) return true
    if (on !== own) return false
    const { Principal: principal } = permission
    return isExpression(principal) || principal === '*'
  })
}

export const originLambdaUrlClosed = defineRule({
  id: 'origin/lambda-url-closed',
  severity: 'warning',
  sees: 'origin',
  summary: 'The Lambda function URL refuses what CloudFront sends.',
  why: 'A function URL with AuthType AWS_IAM takes signed requests only, which CloudFront sends with an origin access control. With AuthType NONE the policy of the function still has to let everybody do lambda:InvokeFunctionUrl and lambda:InvokeFunction; otherwise Lambda answers 403.',
  docs: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (origin.OriginAccessControlId !== undefined && origin.OriginAccessControlId !== '') continue
      const url = placedOf(document, origin.DomainName, 'AWS::Lambda::Url')
      const type = url && textIn(url.config['AuthType'])
      if (!url || type === undefined) continue
      if (type === 'AWS_IAM')
        yield {
          path: [...path, 'DomainName'],
          message: `“${url.id}” takes signed requests only (AuthType AWS_IAM), and the origin “${nameOf(origin.Id)}” has no origin access control, so Lambda answers 403; attach one of type lambda.`,
        }
      else if (type === 'NONE' && !mayBeOpen(document, url))
        yield {
          path: [...path, 'DomainName'],
          message: `Nothing in the design lets everybody call the function of “${url.id}”, so Lambda answers 403 to the origin “${nameOf(origin.Id)}”; use AWS_IAM and an origin access control, or add a permission for “*”.`,
        }
    }
  },
})

import { combine, setAt } from '#core/model/edit.ts'
import { missingInvokeActions } from '#core/model/function-url.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { addResource, arnOf, foreignBehind, freeId, textIn } from '#core/rules/lookup/foreign.ts'
import { hasAccessControl } from '#core/rules/lookup/origin-access.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const accessOacLambdaAuthtype = defineRule({
  id: 'access/oac-lambda-authtype',
  severity: 'warning',
  sees: 'all',
  profiles: ['recommended'],
  summary: "A Lambda function URL does not accept CloudFront's signed requests.",
  why: 'With AuthType NONE everyone can call the function around CloudFront. With AWS_IAM its policy has to let cloudfront.amazonaws.com do lambda:InvokeFunctionUrl and lambda:InvokeFunction for this distribution; otherwise Lambda answers 403.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { status: 403, originRequests: [{ status: 403 }] } },

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
      const missing = missingInvokeActions(document, target)
      if (missing.length === 0) continue
      yield {
        path: [...path, 'OriginAccessControlId'],
        message: `Nothing in the design lets CloudFront do “${missing.join('” and “')}” with the function of “${url.id}”, so Lambda answers 403; add a permission for cloudfront.amazonaws.com with the ARN of “${distribution.id}” as SourceArn.`,
        suggestions: [
          combine(
            'Add the permission',
            missing.map((action) =>
              addResource(freeId(document, `${distribution.id}${action.slice('lambda:'.length)}Permission`), {
                type: 'AWS::Lambda::Permission',
                config: {
                  Action: action,
                  FunctionName: target,
                  Principal: 'cloudfront.amazonaws.com',
                  SourceArn: arnOf(distribution.id),
                },
              }),
            ),
          ),
        ],
      }
    }
  },
})

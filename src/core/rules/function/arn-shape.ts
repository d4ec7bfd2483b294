import { setAt } from '#core/model/edit.ts'
import { isRef, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachBehavior } from '#core/rules/lookup/walk.ts'

export const functionArnShape = defineRule({
  id: 'function/arn-shape',
  severity: 'error',
  sees: 'behavior',
  summary: 'FunctionARN is not the ARN of a CloudFront function.',
  why: 'A Lambda ARN or a bare name is refused here; Lambda functions have a field of their own.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_FunctionAssociation.html',
  code: 'InvalidFunctionAssociation',

  *check({ document }) {
    for (const placed of eachBehavior(document))
      for (const [index, item] of (placed.behavior.FunctionAssociations ?? []).entries()) {
        const field = [...placed.path, 'FunctionAssociations', index, 'FunctionARN']
        const arn: unknown = known(item)?.FunctionARN
        if (isRef(arn)) {
          const type = document.resources[arn.ref]?.type ?? ''
          const isLambda = /^AWS::(Lambda|Serverless)::/.test(type)
          if (!isLambda && (type !== 'Function' || arn.attribute === undefined)) continue
          yield {
            path: field,
            message: isLambda
              ? `“${arn.ref}” is a Lambda function, which CloudFront refuses among its own functions; name it in LambdaFunctionAssociations.`
              : `“${arn.ref}” is named by its ${arn.attribute} and not by its ARN, so CloudFront refuses it; use the ARN.`,
            ...(!isLambda && { fix: setAt(field, { ref: arn.ref }, 'Use the ARN') }),
          }
          continue
        }
        if (
          typeof arn !== 'string' ||
          /^arn:aws[\w-]*:cloudfront::\d{12}:function\/[a-zA-Z0-9-_]{1,64}$/.test(arn)
        )
          continue
        yield {
          path: field,
          message: `“${arn}” is not the ARN of a CloudFront function, so CloudFront refuses it; it looks like arn:aws:cloudfront::ACCOUNT:function/NAME.`,
        }
      }
  },
})

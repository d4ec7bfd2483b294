import { tableOf } from '#core/ground/names.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { setAt } from '#core/model/edit.ts'
import { isRef, isUnknown, type Ref } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachLambda } from '#core/rules/lookup/edge-functions.ts'
import { foreignOf, namedIn } from '#core/rules/lookup/foreign.ts'

/** The attributes that give the ARN of a version, by the type of what is named; '' is what a plain reference gives. */
const versioned: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::Lambda::Version': ['', 'FunctionArn'],
  'AWS::Serverless::Function': ['Version', 'Version.FunctionArn'],
  'AWS::Lambda::Function': [],
  'AWS::Lambda::Alias': [],
  Function: [],
})

function wrongReference(document: DesignDocument, { ref, attribute = '' }: Ref): string | undefined {
  const type = document.resources[ref]?.type ?? ''
  const good = versioned[type]
  if (!good || good.includes(attribute)) return undefined
  if (type === 'Function') return `“${ref}” is a CloudFront function and no Lambda function`
  return `“${ref}${attribute === '' ? '' : `.${attribute}`}” is not a numbered version of a function`
}

const wrongText = (arn: unknown): string | undefined =>
  typeof arn !== 'string' ||
  /^arn:aws[\w-]*:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9-_]{1,64}:\d+$/.test(arn)
    ? undefined
    : `“${arn}” is not a numbered version of a function`

/** A version of the design that belongs to a function of it. */
const versionOf = (document: DesignDocument, functionId: string): string | undefined =>
  foreignOf(document, 'AWS::Lambda::Version').find(({ config }) =>
    namedIn(config['FunctionName']).includes(functionId),
  )?.id

export const lambdaEdgeArnNumberedVersion = defineRule({
  id: 'lambda-edge/arn-numbered-version',
  severity: 'error',
  sees: 'behavior',
  summary: 'A Lambda@Edge function is not named by a numbered version.',
  why: 'CloudFront copies one published version to its locations: $LATEST, an alias or a function without version is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
  code: 'InvalidLambdaFunctionAssociation',

  *check({ document }) {
    for (const { item, path } of eachLambda(document)) {
      const arn = item.LambdaFunctionARN
      const wrong = isRef(arn) ? wrongReference(document, arn) : wrongText(isUnknown(arn) ? undefined : arn)
      if (wrong === undefined) continue
      const version = isRef(arn) ? versionOf(document, arn.ref) : undefined
      const field = [...path, 'LambdaFunctionARN']
      yield {
        path: field,
        message: `${wrong}, so CloudFront refuses it; publish a version and name it, as in “…:function:name:3”.`,
        ...(version !== undefined && { suggestions: [setAt(field, { ref: version }, `Use “${version}”`)] }),
      }
    }
  },
})

import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const accessOacMissingLambda = defineRule({
  id: 'access/oac-missing-lambda',
  severity: 'warning',
  sees: 'origin',
  profiles: ['security'],
  summary: 'A Lambda function URL has no origin access control.',
  why: 'Without one the URL must be open to everybody.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (origin.OriginAccessControlId || originKindOf(document, origin)?.id !== 'lambda-url') continue
      yield {
        path,
        message: `The function URL of “${nameOf(origin.Id)}” must be open to everybody; attach an origin access control of type lambda.`,
      }
    }
  },
})

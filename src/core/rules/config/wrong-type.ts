import { misfitsIn } from '#core/resources/walk/misfits.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const configWrongType = defineRule({
  id: 'config/wrong-type',
  severity: 'error',
  sees: 'all',
  summary: 'A field holds a value of the wrong type.',
  why: 'A list where a text is due, or a text in place of a structure, does not fit the schema: the API answers MalformedInput and CloudFormation refuses the property.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: 'MalformedXML',
  alsoKnownAs: ['cfn-lint E3012'],

  *check({ document }) {
    for (const { path, due } of misfitsIn(document))
      yield {
        path,
        message: `“${String(path.findLast((step) => typeof step === 'string'))}” takes ${due} and holds something else, so CloudFront refuses it; correct the value.`,
      }
  },
})

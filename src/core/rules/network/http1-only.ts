import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkHttp1Only = defineRule({
  id: 'network/http1-only',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'Viewers cannot use HTTP/2.',
  why: 'Over HTTP/1.1 browsers open up to six connections and send one request at a time on each. CloudFormation documents http1.1 as what an omitted HttpVersion means.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: null,

  *check({ document }) {
    const isTemplate = document.source?.format.startsWith('cloudformation') ?? false
    for (const { id, config, path } of distributionsIn(document)) {
      const isOmitted = config.HttpVersion === undefined && isTemplate
      if (!isOmitted && known(config.HttpVersion) !== 'http1.1') continue
      const field = [...path, 'HttpVersion']
      const better = config.ViewerMtlsConfig === undefined ? 'http2and3' : 'http2'
      yield {
        path: field,
        message: isOmitted
          ? `“${id}” has no HttpVersion, which CloudFormation documents as HTTP/1.1; write “${better}”.`
          : `“${id}” serves viewers over HTTP/1.1 only; use “${better}”.`,
        suggestions: [setAt(field, better, `Use ${better}`)],
      }
    }
  },
})

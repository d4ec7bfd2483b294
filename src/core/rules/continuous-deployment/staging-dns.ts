import { distributionsIn, resourcesOf } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { setAt } from '#core/model/edit.ts'
import { isExpression, isRef, isUnknown, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { defineRule, type Finding } from '#core/rules/harness/rule.ts'

function* wrongName(document: DesignDocument, id: string, name: unknown, field: Path): Generator<Finding> {
  const named = isRef(name) ? distributionsIn(document).find((one) => one.id === name.ref) : undefined
  if (isRef(name) && named && name.attribute === undefined)
    yield {
      path: [...field, 0],
      message: `“${id}” names the staging distribution “${name.ref}” by its id, which CloudFront refuses; use its domain name.`,
      fix: setAt([...field, 0], { ref: name.ref, attribute: 'DomainName' }, 'Use the domain name'),
    }
  if (named && known(named.config.Staging) !== true && !isExpression(named.config.Staging))
    yield {
      path: [...field, 0],
      message: `“${id}” names “${named.id}”, which is not a staging distribution, so CloudFront refuses it; set Staging of the one that takes the traffic.`,
    }
  if (typeof name === 'string' && !/^[a-z0-9.-]+\.cloudfront\.net$/i.test(name))
    yield {
      path: [...field, 0],
      message: `“${name}” of “${id}” is not a domain name that CloudFront gave, so it is refused; use the staging distribution's “….cloudfront.net”.`,
    }
}

export const continuousDeploymentStagingDns = defineRule({
  id: 'continuous-deployment/staging-dns',
  severity: 'error',
  sees: 'all',
  summary: 'The continuous deployment policy does not name a staging distribution.',
  why: 'CloudFront takes exactly one name that ends in .cloudfront.net; an id or an alternate domain name is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_StagingDistributionDnsNames.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ContinuousDeploymentPolicy')) {
      const names = config.StagingDistributionDnsNames ?? []
      const field = [...path, 'StagingDistributionDnsNames']
      if (names.some(isUnknown)) continue
      if (names.length === 1) yield* wrongName(document, id, names[0], field)
      else
        yield {
          path: field,
          message: `“${id}” names ${names.length} staging distributions and CloudFront takes exactly one; name one by its domain name.`,
        }
    }
  },
})

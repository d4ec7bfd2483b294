import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isRef, isUnknown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const continuousDeploymentStagingDns = defineRule({
  id: 'continuous-deployment/staging-dns',
  severity: 'error',
  summary: 'The continuous deployment policy does not name a staging distribution.',
  why: 'CloudFront takes exactly one name that ends in .cloudfront.net; an id or an alternate domain name is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_StagingDistributionDnsNames.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ContinuousDeploymentPolicy')) {
      const names = config.StagingDistributionDnsNames ?? []
      const field = [...path, 'StagingDistributionDnsNames']
      if (names.some(isUnknown)) continue
      if (names.length !== 1) {
        yield {
          path: field,
          message: `“${id}” names ${names.length} staging distributions and CloudFront takes exactly one; name one by its domain name.`,
        }
        continue
      }
      const [name] = names
      if (
        isRef(name) &&
        name.attribute === undefined &&
        document.resources[name.ref]?.type === 'Distribution'
      )
        yield {
          path: [...field, 0],
          message: `“${id}” names the staging distribution “${name.ref}” by its id, which CloudFront refuses; use its domain name.`,
          fix: setAt([...field, 0], { ref: name.ref, attribute: 'DomainName' }, 'Use the domain name'),
        }
      const host = known(name)
      if (host !== undefined && !/^[a-z0-9.-]+\.cloudfront\.net$/i.test(host))
        yield {
          path: [...field, 0],
          message: `“${host}” of “${id}” is not a domain name that CloudFront gave, so it is refused; use the staging distribution's “….cloudfront.net”.`,
        }
    }
  },
})

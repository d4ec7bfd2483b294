import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkVpcOriginPorts = defineRule({
  id: 'network/vpc-origin-ports',
  severity: 'error',
  sees: 'shared',
  summary: 'A VPC origin listens on a port that CloudFront does not accept.',
  why: 'CloudFront connects to ports 80, 443 and 1024 to 65535, and refuses a VPC origin with another.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_VpcOriginEndpointConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'VpcOrigin')) {
      for (const [name, usual] of [
        ['HTTPPort', 80],
        ['HTTPSPort', 443],
      ] as const) {
        const port: unknown = known(config[name])
        if (typeof port !== 'number') continue
        if (port === 80 || port === 443 || (Number.isInteger(port) && port >= 1024 && port <= 65_535))
          continue
        yield {
          path: [...path, name],
          message: `“${id}” has ${name} ${port}, which CloudFront refuses; use 80, 443 or a port from 1024 to 65535.`,
          suggestions: [setAt([...path, name], usual, `Use ${usual}`)],
        }
      }
    }
  },
})

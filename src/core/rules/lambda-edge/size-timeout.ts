import { setAt } from '#core/model/edit.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { edgeFunctionsIn } from '#core/rules/lookup/edge-functions.ts'

/** CloudFormation takes numbers as texts too. */
const numberIn = (value: unknown): number | undefined =>
  typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value)) ? Number(value) : undefined

export const lambdaEdgeSizeTimeout = defineRule({
  id: 'lambda-edge/size-timeout',
  severity: 'error',
  sees: 'all',
  summary: 'A Lambda@Edge function has a timeout that is too long.',
  why: 'A longer timeout is refused. On viewer events the limits were 5 seconds and 128 MB for long; newer pages no longer have them, so more than that is a warning.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'InvalidLambdaFunctionAssociation',

  *check({ document }) {
    for (const { id, config, path, uses } of edgeFunctionsIn(document)) {
      const timeout = numberIn(config['Timeout'])
      const memory = numberIn(config['MemorySize'])
      const most = quotaNumber('lambda-edge-timeout')
      const isForViewers = uses.some(({ event }) => event.startsWith('viewer'))
      if (timeout !== undefined && timeout > most)
        yield {
          path: [...path, 'Timeout'],
          message: `The function “${id}” runs at the edge with a timeout of ${timeout} s and CloudFront takes ${most}; lower it.`,
          fix: setAt([...path, 'Timeout'], most, `Use ${most} s`),
        }
      else if (isForViewers && timeout !== undefined && timeout > 5)
        yield {
          path: [...path, 'Timeout'],
          message: `The function “${id}” runs on a viewer event with a timeout of ${timeout} s, and CloudFront may still refuse more than 5; lower it, or move it to an origin event.`,
          severity: 'warning',
        }
      if (isForViewers && memory !== undefined && memory > 128)
        yield {
          path: [...path, 'MemorySize'],
          message: `The function “${id}” runs on a viewer event with ${memory} MB, and CloudFront may still refuse more than 128; lower it, or move it to an origin event.`,
          severity: 'warning',
        }
    }
  },
})

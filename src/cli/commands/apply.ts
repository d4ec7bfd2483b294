import { deletion, design, outage } from './account.ts'
import type { AddCommand } from './options.ts'

export const addApply: AddCommand = (frontage, finish) => {
  design(
    frontage,
    'apply',
    'create or change the distribution in the account; of a source or of a saved plan',
  )
    .option('--yes', 'do not ask', false)
    .option('--wait', 'wait until CloudFront has deployed it', false)
    .option('--overwrite', 'push over what somebody else changed', false)
    .addOption(outage())
    .option('--invalidate', 'remove what the change makes stale from the caches, and wait for it', false)
    .option('--buckets', 'make the buckets of the design, private and readable by CloudFront', false)
    .option(
      '--certificates',
      'make the certificates of the design in ACM, proven by records in Route 53',
      false,
    )
    .option('--records', 'lead the alternate domain names to the distributions, in Route 53', false)
    .option('--bucket-policy', 'let CloudFront read the buckets behind origin access controls', false)
    .addOption(deletion())
    .action(async (source, { param, ...options }) => {
      const { apply } = await import('#cli/apply.ts')
      finish(await apply(source, { ...options, parameters: param }))
    })
}

import type { Behavior } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'

/**
 * Whether a behavior is sure to want signed URLs or cookies: it trusts key groups or signers that are switched on.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html
 */
export const isSigned = (behavior: Behavior): boolean =>
  [known(behavior.TrustedKeyGroups), known(behavior.TrustedSigners)].some(
    (trusted) =>
      (trusted?.Items ?? []).length > 0 &&
      (trusted?.Enabled === undefined || known(trusted.Enabled) === true),
  )

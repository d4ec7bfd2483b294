import type { DistributionConfig } from '#core/model/document.ts'
import { isWhollyKnown, known } from '#core/model/field.ts'

/** Whether viewers get a page of their own for the 403 of a bucket, or may, as the single-page fallback has it. */
export const hasPageFor403 = ({ CustomErrorResponses: responses }: DistributionConfig): boolean =>
  !isWhollyKnown(responses) ||
  (responses ?? []).some(
    (item) => known(known(item)?.ErrorCode) === 403 && known(item)?.ResponsePagePath !== undefined,
  )

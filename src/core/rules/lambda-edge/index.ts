import type { Rule } from '#core/rules/harness/rule.ts'
import { lambdaEdgeAccount } from './account.ts'
import { lambdaEdgeArnNumberedVersion } from './arn-numbered-version.ts'
import { lambdaEdgeCfHeadersInViewer } from './cf-headers-in-viewer.ts'
import { lambdaEdgeCouldBeCff } from './could-be-cff.ts'
import { lambdaEdgeDeleteReplicas } from './delete-replicas.ts'
import { lambdaEdgeEventDuplicate } from './event-duplicate.ts'
import { lambdaEdgeFunctionFeatures } from './function-features.ts'
import { lambdaEdgeIncludeBodyResponse } from './include-body-response.ts'
import { lambdaEdgeIncludeBodyTruncation } from './include-body-truncation.ts'
import { lambdaEdgeQueryNeedsAll } from './query-needs-all.ts'
import { lambdaEdgeRegion } from './region.ts'
import { lambdaEdgeResponseSize } from './response-size.ts'
import { lambdaEdgeRoleTrust } from './role-trust.ts'
import { lambdaEdgeRuntime } from './runtime.ts'
import { lambdaEdgeSizeTimeout } from './size-timeout.ts'
import { lambdaEdgeTooManyPerDistribution } from './too-many-per-distribution.ts'
import { lambdaEdgeViewerResponseStatus } from './viewer-response-status.ts'
import { lambdaEdgeVpcOriginOriginEvents } from './vpc-origin-origin-events.ts'

export const lambdaEdgeRules: readonly Rule[] = [
  lambdaEdgeAccount,
  lambdaEdgeArnNumberedVersion,
  lambdaEdgeCfHeadersInViewer,
  lambdaEdgeCouldBeCff,
  lambdaEdgeDeleteReplicas,
  lambdaEdgeEventDuplicate,
  lambdaEdgeFunctionFeatures,
  lambdaEdgeIncludeBodyResponse,
  lambdaEdgeIncludeBodyTruncation,
  lambdaEdgeQueryNeedsAll,
  lambdaEdgeRegion,
  lambdaEdgeResponseSize,
  lambdaEdgeRoleTrust,
  lambdaEdgeRuntime,
  lambdaEdgeSizeTimeout,
  lambdaEdgeTooManyPerDistribution,
  lambdaEdgeViewerResponseStatus,
  lambdaEdgeVpcOriginOriginEvents,
]

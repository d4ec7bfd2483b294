import type { Rule } from '#core/rules/rule.ts'
import { lambdaEdgeArnNumberedVersion } from './arn-numbered-version.ts'
import { lambdaEdgeEventDuplicate } from './event-duplicate.ts'
import { lambdaEdgeRegion } from './region.ts'
import { lambdaEdgeWithCffViewer } from './with-cff-viewer.ts'

export const lambdaEdgeRules: readonly Rule[] = [
  lambdaEdgeArnNumberedVersion,
  lambdaEdgeEventDuplicate,
  lambdaEdgeRegion,
  lambdaEdgeWithCffViewer,
]

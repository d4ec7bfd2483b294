import type { Rule } from '#core/rules/rule.ts'
import { functionCodeSize } from './code-size.ts'
import { functionEventDuplicate } from './event-duplicate.ts'
import { functionEventOrigin } from './event-origin.ts'
import { functionMixedWithLambdaViewer } from './mixed-with-lambda-viewer.ts'

export const functionRules: readonly Rule[] = [
  functionCodeSize,
  functionEventDuplicate,
  functionEventOrigin,
  functionMixedWithLambdaViewer,
]

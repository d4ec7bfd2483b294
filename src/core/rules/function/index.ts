import type { Rule } from '#core/rules/rule.ts'
import { functionArnShape } from './arn-shape.ts'
import { functionCodeSize } from './code-size.ts'
import { functionCommentRequired } from './comment-required.ts'
import { functionEventDuplicate } from './event-duplicate.ts'
import { functionEventOrigin } from './event-origin.ts'
import { functionForbiddenApi } from './forbidden-api.ts'
import { functionHandlerMissing } from './handler-missing.ts'
import { functionKvsCount } from './kvs-count.ts'
import { functionKvsRuntime } from './kvs-runtime.ts'
import { functionKvsUnlinked } from './kvs-unlinked.ts'
import { functionMixedWithLambdaViewer } from './mixed-with-lambda-viewer.ts'
import { functionName } from './name.ts'
import { functionNotLive } from './not-live.ts'
import { functionRuntime } from './runtime.ts'
import { functionRuntime1Legacy } from './runtime-1-legacy.ts'
import { functionSyntax10 } from './syntax-1-0.ts'

export const functionRules: readonly Rule[] = [
  functionArnShape,
  functionCodeSize,
  functionCommentRequired,
  functionEventDuplicate,
  functionEventOrigin,
  functionForbiddenApi,
  functionHandlerMissing,
  functionKvsCount,
  functionKvsRuntime,
  functionKvsUnlinked,
  functionMixedWithLambdaViewer,
  functionName,
  functionNotLive,
  functionRuntime,
  functionRuntime1Legacy,
  functionSyntax10,
]

import type { Rule } from '#core/rules/harness/rule.ts'
import { functionAddsDisallowedHeader } from './adds-disallowed-header.ts'
import { functionAnswerInvalid } from './answer-invalid.ts'
import { functionArnShape } from './arn-shape.ts'
import { functionBodyAccess } from './body-access.ts'
import { functionCodeSize } from './code-size.ts'
import { functionCommentRequired } from './comment-required.ts'
import { functionConnectionFunction } from './connection-function.ts'
import { functionConnectionFunctionNameUnique } from './connection-function-name-unique.ts'
import { functionEventDuplicate } from './event-duplicate.ts'
import { functionEventOrigin } from './event-origin.ts'
import { functionForbiddenApi } from './forbidden-api.ts'
import { functionHandlerMissing } from './handler-missing.ts'
import { functionHeaderLowercase } from './header-lowercase.ts'
import { functionKvsArn } from './kvs-arn.ts'
import { functionKvsCount } from './kvs-count.ts'
import { functionKvsFanout } from './kvs-fanout.ts'
import { functionKvsImportFormat } from './kvs-import-format.ts'
import { functionKvsKeySize } from './kvs-key-size.ts'
import { functionKvsName } from './kvs-name.ts'
import { functionKvsNameUnique } from './kvs-name-unique.ts'
import { functionKvsRuntime } from './kvs-runtime.ts'
import { functionKvsUnlinked } from './kvs-unlinked.ts'
import { functionMixedWithLambdaViewer } from './mixed-with-lambda-viewer.ts'
import { functionMustReturn } from './must-return.ts'
import { functionName } from './name.ts'
import { functionNameUnique } from './name-unique.ts'
import { functionNotLive } from './not-live.ts'
import { functionOtherAccount } from './other-account.ts'
import { functionRedirectLoop } from './redirect-loop.ts'
import { functionRuntime } from './runtime.ts'
import { functionRuntime1Legacy } from './runtime-1-legacy.ts'
import { functionStaleLive } from './stale-live.ts'
import { functionSyntax10 } from './syntax-1-0.ts'
import { functionUriLength } from './uri-length.ts'
import { functionUriRewriteBehavior } from './uri-rewrite-behavior.ts'
import { functionViewerResponseErrors } from './viewer-response-errors.ts'

export const functionRules: readonly Rule[] = [
  functionAddsDisallowedHeader,
  functionArnShape,
  functionBodyAccess,
  functionCodeSize,
  functionCommentRequired,
  functionConnectionFunction,
  functionEventDuplicate,
  functionEventOrigin,
  functionForbiddenApi,
  functionHandlerMissing,
  functionHeaderLowercase,
  functionKvsArn,
  functionKvsCount,
  functionKvsFanout,
  functionKvsImportFormat,
  functionKvsKeySize,
  functionKvsName,
  functionKvsRuntime,
  functionKvsUnlinked,
  functionMixedWithLambdaViewer,
  functionMustReturn,
  functionNameUnique,
  functionName,
  functionNotLive,
  functionOtherAccount,
  functionRedirectLoop,
  functionRuntime1Legacy,
  functionRuntime,
  functionStaleLive,
  functionSyntax10,
  functionUriLength,
  functionUriRewriteBehavior,
  functionViewerResponseErrors,
  functionKvsNameUnique,
  functionConnectionFunctionNameUnique,
  functionAnswerInvalid,
]

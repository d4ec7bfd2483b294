/** What experience says about a trace: the true cause behind a symptom that people search for. */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { OriginAttempt, RequestResult, ViewerRequest } from '#core/model/scenario.ts'
import type { CompiledBehavior, CompiledDistribution, CompiledOrigin } from '#core/trace/compile/compiled.ts'

export interface HintContext {
  readonly document: DesignDocument
  readonly distribution: CompiledDistribution
  readonly request: ViewerRequest
  readonly result: RequestResult
  /** The behavior that took the request. */
  readonly behavior: CompiledBehavior
  /** The last attempt on an origin, and that origin; undefined where none was asked. */
  readonly attempt: OriginAttempt | undefined
  readonly origin: CompiledOrigin | undefined
}

export interface Finding {
  /** Why it is so and what helps, in sentences. */
  readonly text: string
  /** The settings behind it, as JSON pointers. */
  readonly because: readonly string[]
}

/** One cause. `find` looks at a finished trace and is silent where the cause is another. */
export interface HintRule<Id extends string = string> {
  readonly id: Id
  readonly docs: string
  readonly find: (context: HintContext) => Finding | undefined
}
export interface Hint extends Finding {
  readonly id: string
  readonly docs: string
}

export interface HintInput {
  readonly document: DesignDocument
  readonly distribution: LogicalId
  readonly request: ViewerRequest
  readonly result: RequestResult
}

export const defineHint = <const Id extends string>(rule: HintRule<Id>): HintRule<Id> => rule

/** A header of the viewer's request, by its lower-case name. */
export function sentHeader({ headers = {} }: ViewerRequest, name: string): string | undefined {
  const value = Object.entries(headers).find(([known]) => known.toLowerCase() === name)?.[1]
  return value === undefined ? undefined : [value].flat().join(', ')
}

export const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')

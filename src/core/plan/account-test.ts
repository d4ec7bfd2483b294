/** What CloudFront's own test of a function came to. */
import type { JsonObject } from '#core/model/field.ts'

export interface AccountTest {
  /** `{ "request": … }` or `{ "response": … }`; null where the function failed there. */
  readonly output: JsonObject | null
  readonly error: string | null
  readonly logs: readonly string[]
  /** 0 to 100, as CloudFront measured it; null where it says nothing. */
  readonly utilization: number | null
  /** False where the account holds other code under this name than the design. */
  readonly isSameCode: boolean
}
export interface AccountTestRequest {
  /** The function's name in the account. */
  readonly name: string
  readonly code: string
  /** The event in AWS's shape. */
  readonly event: JsonObject
}

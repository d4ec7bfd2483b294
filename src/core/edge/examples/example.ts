import type { EdgeEvent } from '#core/edge/http-message.ts'

/** A function to start from, offered by the editor; it is tested beside this file. */
export interface FunctionExample {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly event: EdgeEvent
  readonly runtime: 'cloudfront-js-2.0' | 'nodejs22.x'
  readonly code: string
}

/** A viewer's request as an assistant gives it. */

import { z } from 'zod'
import type { ViewerRequest } from '#core/model/scenario.ts'

export const requestInput = z.object({
  url: z
    .string()
    .describe('What the viewer asks for; any alias or d111111abcdef8.cloudfront.net works as the host.'),
  method: z.string().default('GET'),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  body: z.string().max(1_000_000).optional(),
  viewer: z
    .object({
      ip: z.string().optional(),
      country: z.string().optional(),
      pop: z.string().optional(),
      httpVersion: z.string().optional(),
    })
    .default({})
    .describe('Where the viewer is: ip, country (DE), pop (FRA56), httpVersion (2).'),
})

export type RequestInput = z.output<typeof requestInput>

const given = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined))

/** The same as the engine takes it. */
export const requestOf = ({ viewer, body, ...rest }: RequestInput): ViewerRequest => ({
  ...rest,
  ...(body !== undefined && { body }),
  viewer: given(viewer),
})

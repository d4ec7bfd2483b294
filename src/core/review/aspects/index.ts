/** Every aspect of a behavior, in the order in which a request meets it. */
import type { Aspect } from '#core/review/aspect.ts'
import { access } from './access.ts'
import { cacheKey } from './cache-key.ts'
import { compression } from './compression.ts'
import { functions } from './functions.ts'
import { grpc } from './grpc.ts'
import { methods } from './methods.ts'
import { origin } from './origin.ts'
import { originRequest } from './origin-request.ts'
import { protocol } from './protocol.ts'
import { response } from './response.ts'
import { ttl } from './ttl.ts'

export const aspects: readonly Aspect[] = [
  origin,
  protocol,
  grpc,
  methods,
  cacheKey,
  ttl,
  originRequest,
  response,
  access,
  functions,
  compression,
]

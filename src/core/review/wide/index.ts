/** Everything of a distribution that holds for every path. */
import type { WideAspect } from '#core/review/wide.ts'
import { connections } from './connections.ts'
import { errors } from './errors.ts'
import { geo } from './geo.ts'
import { mutualTls } from './mutual-tls.ts'
import { names } from './names.ts'
import { reach } from './reach.ts'
import { rootObject } from './root-object.ts'
import { webAcl } from './web-acl.ts'

export const wideAspects: readonly WideAspect[] = [
  names,
  geo,
  webAcl,
  mutualTls,
  connections,
  errors,
  rootObject,
  reach,
]

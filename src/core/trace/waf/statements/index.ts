/** Every kind of statement that the trace plays. SQL injection and cross-site scripting have detectors of AWS's own. */
import type { StatementKind } from '#core/trace/waf/statement.ts'
import { and } from './and.ts'
import { asnMatch } from './asn-match.ts'
import { byteMatch } from './byte-match.ts'
import { geoMatch } from './geo-match.ts'
import { ipSetReference } from './ip-set-reference.ts'
import { labelMatch } from './label-match.ts'
import { not } from './not.ts'
import { or } from './or.ts'
import { rateBased } from './rate-based.ts'
import { regexMatch } from './regex-match.ts'
import { regexPatternSetReference } from './regex-pattern-set-reference.ts'
import { sizeConstraint } from './size-constraint.ts'

export const statementKinds: readonly StatementKind[] = [
  and,
  asnMatch,
  byteMatch,
  geoMatch,
  ipSetReference,
  labelMatch,
  not,
  or,
  rateBased,
  regexMatch,
  regexPatternSetReference,
  sizeConstraint,
]

import type { Rule } from '#core/rules/harness/rule.ts'
import { errors400Unsafe } from './400-unsafe.ts'
import { errors416NotCached } from './416-not-cached.ts'
import { errors503Capacity } from './503-capacity.ts'
import { errorsCode } from './code.ts'
import { errorsDuplicateCode } from './duplicate-code.ts'
import { errorsGrpc } from './grpc.ts'
import { errorsMinTtl } from './min-ttl.ts'
import { errorsMinTtlLong } from './min-ttl-long.ts'
import { errorsMinTtlZero } from './min-ttl-zero.ts'
import { errorsNothingSet } from './nothing-set.ts'
import { errorsPageAndCodePair } from './page-and-code-pair.ts'
import { errorsPagePathEncoding } from './page-path-encoding.ts'
import { errorsPagePathSlash } from './page-path-slash.ts'
import { errorsPageSameOrigin } from './page-same-origin.ts'
import { errorsPageUnroutable } from './page-unroutable.ts'
import { errorsResponseCode } from './response-code.ts'
import { errorsS3MissingIs403 } from './s3-missing-is-403.ts'
import { errorsSpaMasksApi } from './spa-masks-api.ts'

export const errorsRules: readonly Rule[] = [
  errors400Unsafe,
  errors416NotCached,
  errors503Capacity,
  errorsCode,
  errorsDuplicateCode,
  errorsGrpc,
  errorsMinTtl,
  errorsMinTtlLong,
  errorsMinTtlZero,
  errorsNothingSet,
  errorsPageAndCodePair,
  errorsPagePathEncoding,
  errorsPagePathSlash,
  errorsPageSameOrigin,
  errorsPageUnroutable,
  errorsResponseCode,
  errorsS3MissingIs403,
  errorsSpaMasksApi,
]

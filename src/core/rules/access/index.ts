import type { Rule } from '#core/rules/rule.ts'
import { accessOacAndOai } from './oac-and-oai.ts'
import { accessOacHostUnsupported } from './oac-host-unsupported.ts'
import { accessOacMissingS3 } from './oac-missing-s3.ts'
import { accessOacTypeMismatch } from './oac-type-mismatch.ts'
import { accessOaiLegacy } from './oai-legacy.ts'

export const accessRules: readonly Rule[] = [
  accessOacAndOai,
  accessOacHostUnsupported,
  accessOacMissingS3,
  accessOacTypeMismatch,
  accessOaiLegacy,
]

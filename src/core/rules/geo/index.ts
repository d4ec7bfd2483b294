import type { Rule } from '#core/rules/harness/rule.ts'
import { geoCodeFormat } from './code-format.ts'
import { geoCodeUnknown } from './code-unknown.ts'
import { geoDisabled } from './disabled.ts'
import { geoDuplicate } from './duplicate.ts'
import { geoListEmpty } from './list-empty.ts'
import { geoNoneWithItems } from './none-with-items.ts'
import { geoNotAccessControl } from './not-access-control.ts'
import { geoType } from './type.ts'

export const geoRules: readonly Rule[] = [
  geoCodeFormat,
  geoCodeUnknown,
  geoDisabled,
  geoDuplicate,
  geoListEmpty,
  geoNoneWithItems,
  geoNotAccessControl,
  geoType,
]

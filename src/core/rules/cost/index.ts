import type { Rule } from '#core/rules/rule.ts'
import { costNoCompress } from './no-compress.ts'
import { costPriceClass } from './price-class.ts'

export const costRules: readonly Rule[] = [costNoCompress, costPriceClass]

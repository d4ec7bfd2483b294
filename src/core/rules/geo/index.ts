import type { Rule } from '#core/rules/rule.ts'
import { geoListEmpty } from './list-empty.ts'

export const geoRules: readonly Rule[] = [geoListEmpty]

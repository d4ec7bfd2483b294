import type { Rule } from '#core/rules/rule.ts'
import { behaviorTargetMissing } from './target-missing.ts'

export const behaviorRules: readonly Rule[] = [behaviorTargetMissing]

/** Every rule. A new rule is one file, its examples beside it, and one line in its group's index. */
import { behaviorRules } from './behavior/index.ts'
import type { Rule } from './rule.ts'

export const rules: readonly Rule[] = [...behaviorRules]

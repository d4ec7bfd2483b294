/**
 * How long origins let their answers live, which standard logs do not hold: what a person's rules say, else what the log
 * shows, else nothing, so that the behavior's default TTL decides.
 */
import { matchesPattern } from '#core/http/path-pattern.ts'
import type { LoggedAnswer } from './answers.ts'
import { type Learned, LearnedLifetimes } from './learn.ts'
import type { Target } from './targets.ts'

/** Answers for paths that match carry this Cache-Control; the first rule that matches holds. */
export interface LifetimeRule {
  /** A path pattern as CloudFront has them: `*` and `?`. */
  readonly pattern: string
  readonly cacheControl: string
}

/** Reads `PATTERN=CACHE-CONTROL`; the error is a sentence. */
export function parseLifetimeRule(text: string): LifetimeRule | { readonly error: string } {
  const equals = text.indexOf('=')
  const pattern = text.slice(0, equals).trim()
  const cacheControl = text.slice(equals + 1).trim()
  if (equals <= 0 || pattern === '' || cacheControl === '')
    return {
      error: `“${text}” is no rule; write it as PATTERN=CACHE-CONTROL, such as “*.css=max-age=86400”.`,
    }
  return { pattern, cacheControl }
}

export class Lifetimes {
  private readonly rules: readonly LifetimeRule[]
  private readonly learned: LearnedLifetimes | null
  private readonly byTarget = new Map<Target, string | null>()

  constructor(rules: readonly LifetimeRule[], learned: Learned | null) {
    this.rules = rules
    this.learned = learned && new LearnedLifetimes(learned)
  }

  /** The Cache-Control of an answer; null where the origin is taken to send none. */
  of(target: Target, answer: LoggedAnswer): string | null {
    if (answer.cacheControl !== null) return answer.cacheControl
    const rule = this.ruleFor(target)
    if (rule !== null) return rule
    if (answer.status >= 400 || !this.learned) return null
    return this.learned.cacheControl(target.path, answer.type)
  }

  private ruleFor(target: Target): string | null {
    if (this.rules.length === 0) return null
    const known = this.byTarget.get(target)
    if (known !== undefined) return known
    const found = this.rules.find(({ pattern }) => matchesPattern(pattern, target.path))?.cacheControl ?? null
    this.byTarget.set(target, found)
    return found
  }
}

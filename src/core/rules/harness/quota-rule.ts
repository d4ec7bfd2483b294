/** Quotas of CloudFront as rules: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
import { quotaIn } from '#core/model/account.ts'
import type { Path } from '#core/model/path.ts'
import { type QuotaName, quota } from '#core/model/quotas.ts'
import { defineRule, type Finding, type Rule, type RuleContext } from './rule.ts'

/** How much of a quota one thing uses. */
export interface Usage {
  readonly path: Path
  readonly used: number
  /** What has it, as a message begins: “Site”. */
  readonly owner: string
  /** Where the limit depends on the thing. */
  readonly limit?: number
}

interface QuotaRule {
  readonly name: QuotaName
  /** The rule's id where it is of another group; it then answers to `quota/<name>` too. */
  readonly id?: string
  /** `design`: one resource exceeds it and is refused; `account`: what else the account holds counts too. */
  readonly scope: 'design' | 'account'
  readonly sees?: Rule['sees']
  readonly summary: string
  /** What is counted, after the number: `origins`. */
  readonly counted: string
  readonly code: string | null
  readonly alsoKnownAs?: readonly string[]
  /** A length that nobody sees growing: nothing is said before it is exceeded. */
  readonly isLength?: true
  readonly usages: (context: RuleContext) => Iterable<Usage>
}

/** The share of a quota from which a note is worth reading. */
const nearly = 0.8
/** With fewer than this to have, having most of them is the normal case. */
const leastToApproach = 5

const remedies = (isAdjustable: boolean, isLength: boolean) => {
  const less = isLength ? 'shorten it' : 'have fewer'
  return isAdjustable ? `${less}, or ask AWS to raise the quota` : `${less}, since AWS does not raise it`
}

function findingOf(rule: QuotaRule, usage: Usage, account: RuleContext['account']): Finding | undefined {
  const { name, scope, counted, code, isLength } = rule
  const { path, owner } = usage
  const { adjustable } = quota(name)
  const limit = usage.limit ?? quotaIn(account, name)
  const used = usage.used + (scope === 'account' ? (account?.quotaUsage?.[name] ?? 0) : 0)
  if (used > limit)
    return {
      path,
      message: `${owner} has ${used} ${counted} and the quota is ${limit}, so CloudFront ${code === null ? 'refuses it' : `answers ${code}`}; ${remedies(adjustable, isLength === true)}.`,
    }
  if (isLength || limit < leastToApproach || used < limit * nearly) return undefined
  return {
    path,
    message: `${owner} has ${used} of the ${limit} ${counted} that CloudFront takes; ${adjustable ? 'ask AWS to raise the quota before it is reached' : 'see that it stays below, since AWS does not raise the quota'}.`,
    severity: 'info',
  }
}

/** A rule for one row of model/quotas.json. */
export function defineQuotaRule(rule: QuotaRule): Rule {
  const { value, unit, adjustable } = quota(rule.name)
  return defineRule({
    id: rule.id ?? `quota/${rule.name}`,
    ...(rule.id !== undefined && { covers: [`quota/${rule.name}`] }),
    ...(rule.alsoKnownAs && { alsoKnownAs: rule.alsoKnownAs }),
    severity: rule.scope === 'design' ? 'error' : 'warning',
    ...(rule.sees && { sees: rule.sees }),
    summary: rule.summary,
    why: `The quota is ${value} ${unit}${rule.scope === 'account' ? ', and what else the account has counts too' : ''}. ${adjustable ? 'AWS raises it on request.' : 'AWS does not raise it.'}${rule.isLength ? '' : ' From 80 % on there is a note.'}`,
    docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
    code: rule.code,

    *check(context) {
      for (const usage of rule.usages(context)) {
        const finding = findingOf(rule, usage, context.account)
        if (finding) yield finding
      }
    },
  })
}

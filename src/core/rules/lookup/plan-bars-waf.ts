/**
 * What of a web ACL, a shield or a key value store some flat-rate plans do not take.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html
 */
import { tableOf } from '#core/ground/names.ts'
import { behaviorsOf } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { known, knownItems } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { type PlanTier, planLimits, plansSource, planTiers } from '#core/model/pricing-plans.ts'
import { foreignOf, listIn, mentions, namedIn } from './foreign.ts'
import type { PlanBar } from './plan-bars.ts'
import type { PlacedDistribution } from './walk.ts'
import { statementsIn, webAclOf } from './web-acl.ts'

const feature = `${plansSource}#combined-pricing-plan-features`
const unsupported = `${plansSource}#pricing-plan-disallowed-features`

/** By the name of a managed rule group of AWS. */
const managedGroups: Readonly<Record<string, PlanTier | null>> = tableOf({
  AWSManagedRulesATPRuleSet: null,
  AWSManagedRulesACFPRuleSet: null,
  AWSManagedRulesBotControlRuleSet: 'BUSINESS',
  AWSManagedRulesAntiDDoSRuleSet: 'BUSINESS',
  AWSManagedRulesSQLiRuleSet: 'PRO',
  AWSManagedRulesLinuxRuleSet: 'PRO',
  AWSManagedRulesUnixRuleSet: 'PRO',
  AWSManagedRulesWindowsRuleSet: 'PRO',
  AWSManagedRulesPHPRuleSet: 'PRO',
  AWSManagedRulesWordPressRuleSet: 'PRO',
})

interface Finding {
  readonly what: string
  readonly least: PlanTier | null
}

function ofGroup(statement: Readonly<Record<string, unknown>>): Finding | undefined {
  const { Name: name, VendorName: vendor } = statement
  if (typeof name !== 'string') return undefined
  if (vendor !== undefined && vendor !== 'AWS')
    return { what: `The partner's managed rule group “${name}”`, least: null }
  if (name === 'AWSManagedRulesBotControlRuleSet' && mentions(statement, '"TARGETED"'))
    return { what: 'Bot Control for targeted bots', least: null }
  const least = managedGroups[name]
  return least === undefined ? undefined : { what: `The managed rule group “${name}”`, least }
}

function ofStatement(name: string, statement: Readonly<Record<string, unknown>>): Finding | undefined {
  if (name === 'ManagedRuleGroupStatement') return ofGroup(statement)
  if (name === 'RuleGroupReferenceStatement') return { what: 'A rule group', least: null }
  if (name.startsWith('Regex')) return { what: 'A regular expression', least: 'BUSINESS' }
  const field = statement['FieldToMatch']
  if (mentions(field, '"SingleHeader"') || mentions(field, '"Headers"'))
    return { what: 'A condition on a header', least: 'PRO' }
  return undefined
}

/** What rules do, other than blocking, counting and allowing. */
function ofAction(action: unknown): Finding | undefined {
  if (mentions(action, '"Challenge"')) return { what: 'A JavaScript challenge', least: 'BUSINESS' }
  if (mentions(action, '"Captcha"')) return { what: 'A CAPTCHA', least: 'PRO' }
  if (mentions(action, '"CustomResponse"')) return { what: 'A custom response', least: 'PRO' }
  return undefined
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function* ofRules(rules: readonly unknown[]): Generator<Finding & { readonly index: number }> {
  for (const [index, rule] of rules.entries()) {
    if (!isMap(rule)) continue
    const { Action: action, Statement: statement } = rule
    const found = [
      ...[...statementsIn({ Statement: statement })].map((each) => ofStatement(each.name, each.statement)),
      ofAction(action),
    ]
    for (const finding of found) if (finding) yield { ...finding, index }
  }
}

function* aclBars(document: DesignDocument, { config }: PlacedDistribution): Generator<PlanBar> {
  const acl = webAclOf(document, config)
  const rules = listIn(acl?.config['Rules'])
  if (!acl || !rules) return
  const path: Path = [...acl.path, 'Rules']
  for (const { what, least, index } of ofRules(rules))
    yield {
      path: [...path, index],
      what: `${what} in the web ACL “${acl.id}”`,
      least,
      remedy: 'Take the rule out of the web ACL.',
      source: least === null ? unsupported : feature,
    }
  const least = planTiers.find((tier) => rules.length <= planLimits.wafRules[tier]) ?? null
  if (least !== 'FREE')
    yield {
      path,
      what: `${rules.length} rules in the web ACL “${acl.id}”`,
      least,
      remedy: 'Have fewer rules.',
      source: feature,
    }
}

/** The functions of the design that a distribution runs, each once. */
const functionIdsOf = (distribution: PlacedDistribution): ReadonlySet<string> =>
  new Set(
    behaviorsOf(distribution)
      .flatMap(({ behavior }) => knownItems(behavior.FunctionAssociations))
      .flatMap(({ FunctionARN: arn }) => namedIn(arn)),
  )

function* storeBars(document: DesignDocument, distribution: PlacedDistribution): Generator<PlanBar> {
  for (const id of functionIdsOf(distribution)) {
    const resource = document.resources[id]
    if (resource?.type !== 'Function') continue
    const stores = known(known(resource.config.FunctionConfig)?.KeyValueStoreAssociations)
    if ((stores?.length ?? 0) > 0)
      yield {
        path: ['resources', id, 'config', 'FunctionConfig', 'KeyValueStoreAssociations'],
        what: `The key value store of the function “${id}”`,
        least: 'PRO',
        remedy: 'Put the data into the function.',
        source: feature,
      }
  }
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html#resource-level-constraints */
function* shieldBars(document: DesignDocument, distribution: PlacedDistribution): Generator<PlanBar> {
  for (const { config, path } of foreignOf(document, 'AWS::Shield::Protection'))
    if (namedIn(config['ResourceArn']).includes(distribution.id))
      yield {
        path,
        what: 'AWS Shield Advanced',
        least: null,
        remedy: 'Take the protection off, or stay on pay as you go.',
        source: `${plansSource}#resource-level-constraints`,
      }
}

export function* wafBars(document: DesignDocument, distribution: PlacedDistribution): Generator<PlanBar> {
  yield* aclBars(document, distribution)
  yield* storeBars(document, distribution)
  yield* shieldBars(document, distribution)
}

/** From a web ACL in CloudFormation's words to rules that can be run; what cannot be played is said of its rule. */
import { tableOf } from '#core/ground/names.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isRef, isUnknown, type Json, type JsonObject } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { foreignOf, listOf, numberOf, objectOf, textOf } from './json.ts'
import type { Compiled, StatementContext } from './statement.ts'
import { statementKinds } from './statements/index.ts'
import type { CompiledWebAcl, CustomResponse, WafAction, WafGroup, WafRule } from './web-acl.ts'

const kinds = new Map(statementKinds.map((kind) => [kind.name, kind]))

function compileStatement(statement: Json | undefined, context: StatementContext): Compiled {
  const [name, config] = Object.entries(objectOf(statement))[0] ?? []
  const kind = kinds.get(name ?? '')
  if (!kind) return { unplayed: `the statement ${name ?? '(none)'}` }
  return kind.compile(objectOf(config as Json), context)
}

const contextFor = (document: DesignDocument, ruleName: string): StatementContext => {
  const context: StatementContext = {
    document,
    ruleName,
    compile: (inner) => compileStatement(inner, context),
  }
  return context
}

const headersOf = (list: Json | undefined): CustomResponse['headers'] =>
  listOf(list).map((header) => {
    const { Name, Value } = objectOf(header)
    return [textOf(Name)?.toLowerCase() ?? '', textOf(Value) ?? ''] as const
  })

const contentTypes: Readonly<Record<string, string>> = tableOf({
  TEXT_PLAIN: 'text/plain',
  TEXT_HTML: 'text/html',
  APPLICATION_JSON: 'application/json',
})

function customResponse(config: Json | undefined, bodies: JsonObject): CustomResponse | null {
  if (config === undefined) return null
  const { ResponseCode, ResponseHeaders, CustomResponseBodyKey } = objectOf(config)
  const body = objectOf(bodies[textOf(CustomResponseBodyKey) ?? ''])
  const text = textOf(body['Content'])
  return {
    status: numberOf(ResponseCode) ?? 403,
    headers: headersOf(ResponseHeaders),
    body:
      text === undefined
        ? null
        : { type: contentTypes[textOf(body['ContentType']) ?? ''] ?? 'text/plain', text },
  }
}

/** Headers that AWS WAF adds to the request get a prefix of its own. */
const inserted = (config: Json | undefined): CustomResponse['headers'] =>
  headersOf(objectOf(objectOf(config)['CustomRequestHandling'])['InsertHeaders']).map(
    ([name, value]) => [`x-amzn-waf-${name}`, value] as const,
  )

function actionOf(action: Json | undefined, bodies: JsonObject): WafAction {
  const { Block, Allow, Count, Captcha, Challenge } = objectOf(action)
  if (Block !== undefined)
    return { kind: 'block', response: customResponse(objectOf(Block)['CustomResponse'], bodies) }
  if (Count !== undefined) return { kind: 'count', insert: inserted(Count) }
  if (Captcha !== undefined) return { kind: 'captcha', insert: inserted(Captcha) }
  if (Challenge !== undefined) return { kind: 'challenge', insert: inserted(Challenge) }
  return { kind: 'allow', insert: inserted(Allow) }
}

/** The rules of a group or an ACL, the lowest priority first. */
function rulesOf(document: DesignDocument, config: JsonObject, path: Path, prefix: string): WafRule[] {
  const bodies = objectOf(config['CustomResponseBodies'])
  return listOf(config['Rules'])
    .map((rule, index) => ({ rule: objectOf(rule), path: [...path, 'Rules', index] }))
    .sort((a, b) => (numberOf(a.rule['Priority']) ?? 0) - (numberOf(b.rule['Priority']) ?? 0))
    .map(({ rule, path: at }) => ruleOf(document, rule, at, bodies, prefix))
}

function ruleOf(
  document: DesignDocument,
  rule: JsonObject,
  path: Path,
  bodies: JsonObject,
  prefix: string,
): WafRule {
  const name = textOf(rule['Name']) ?? ''
  const context = contextFor(document, `${prefix}${name}`)
  const group = groupOf(rule, context)
  const compiled: Compiled = group ? { matches: () => true } : compileStatement(rule['Statement'], context)
  return {
    name,
    labels: listOf(rule['RuleLabels']).map((label) => `${prefix}${textOf(objectOf(label)['Name']) ?? ''}`),
    matches: 'unplayed' in compiled ? null : compiled.matches,
    unplayed: 'unplayed' in compiled ? compiled.unplayed : null,
    action: actionOf(rule['Action'], bodies),
    group,
    path,
  }
}

function managedGroup(config: JsonObject, countsOnly: boolean, { compile }: StatementContext): WafGroup {
  const { VendorName, Name, ScopeDownStatement } = config
  const scope = ScopeDownStatement === undefined ? null : compile(ScopeDownStatement)
  const vendor = textOf(VendorName) === 'AWS' ? '' : `${textOf(VendorName) ?? ''}/`
  return {
    name: `${vendor}${textOf(Name) ?? ''}`,
    rules: null,
    countsOnly,
    scopeDown: scope && 'matches' in scope ? scope.matches : null,
    unplayedScope: scope && 'unplayed' in scope ? scope.unplayed : null,
  }
}

/** The group that a rule calls, with its overrides; null where the rule has a statement of its own. */
function groupOf({ Statement, OverrideAction }: JsonObject, context: StatementContext): WafGroup | null {
  const { ManagedRuleGroupStatement: managed, RuleGroupReferenceStatement: reference } = objectOf(Statement)
  if (managed === undefined && reference === undefined) return null
  const countsOnly = objectOf(OverrideAction)['Count'] !== undefined
  if (managed !== undefined) return managedGroup(objectOf(managed), countsOnly, context)
  const { Arn, RuleActionOverrides, ExcludedRules } = objectOf(reference)
  const group = foreignOf(context.document, Arn, 'AWS::WAFv2::RuleGroup')
  const whole = { countsOnly, scopeDown: null, unplayedScope: null }
  if (!group) return { name: textOf(Arn) ?? 'a rule group', rules: null, ...whole }
  const overrides = new Map(
    listOf(RuleActionOverrides).map((override) => {
      const { Name, ActionToUse } = objectOf(override)
      return [textOf(Name) ?? '', actionOf(ActionToUse, {})] as const
    }),
  )
  for (const excluded of listOf(ExcludedRules))
    overrides.set(textOf(objectOf(excluded)['Name']) ?? '', { kind: 'count', insert: [] })
  const path = ['resources', group.id, 'config']
  const rules = rulesOf(context.document, group.config, path, `awswaf:rulegroup:${group.id}:`)
  return {
    name: textOf(group.config['Name']) ?? group.id,
    rules: rules.map((rule) => ({ ...rule, action: overrides.get(rule.name) ?? rule.action })),
    ...whole,
  }
}

/** The web ACL that a field names: its rules where they stand in the design, else only its name. Null where none is named. */
export function compileWebAcl(document: DesignDocument, field: unknown, path: Path): CompiledWebAcl | null {
  if (field === undefined || field === null || field === '') return null
  const acl = foreignOf(document, field, 'AWS::WAFv2::WebACL')
  if (!acl) {
    const name =
      typeof field === 'string'
        ? field
        : isRef(field)
          ? field.ref
          : isUnknown(field)
            ? field.unknown
            : 'a web ACL'
    return { name, rules: null, defaultAction: { kind: 'allow', insert: [] }, isRateBased: false, path }
  }
  const name = textOf(acl.config['Name']) ?? acl.id
  const at = ['resources', acl.id, 'config']
  return {
    name,
    rules: rulesOf(document, acl.config, at, `awswaf:webacl:${name}:`),
    defaultAction: actionOf(acl.config['DefaultAction'], objectOf(acl.config['CustomResponseBodies'])),
    isRateBased: JSON.stringify(acl.config).includes('"RateBasedStatement"'),
    path: at,
  }
}

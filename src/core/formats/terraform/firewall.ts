/**
 * AWS WAF in Terraform's words, as CloudFormation has it: the form in which a design keeps what is not CloudFront's.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/wafv2_web_acl
 */

import { tableOf } from '#core/ground/names.ts'
import { said } from '#core/ground/said.ts'
import type { Resource } from '#core/model/document.ts'
import { isExpression, isUnknown } from '#core/model/field.ts'
import type { Body } from './shape-body.ts'
import type { Fields, Value } from './value.ts'

/** The types that are read, with CloudFormation's. */
export const firewallTypes: Readonly<Record<string, string>> = tableOf({
  aws_wafv2_web_acl: 'AWS::WAFv2::WebACL',
  aws_wafv2_rule_group: 'AWS::WAFv2::RuleGroup',
  aws_wafv2_ip_set: 'AWS::WAFv2::IPSet',
  aws_wafv2_regex_pattern_set: 'AWS::WAFv2::RegexPatternSet',
})

const attributes =
  'addresses aggregate_key_type arn asn_list cloudwatch_metrics_enabled comparison_operator content content_type country_codes custom_response_body_key description evaluation_window_sec excluded_cookies excluded_headers fallback_behavior header_name included_cookies included_headers included_paths invalid_fallback_behavior ip_address_version key limit match_scope metric_name name namespace oversize_handling position positional_constraint priority regex_string response_code sampled_requests_enabled scope search_string size type value vendor_name version'.split(
    ' ',
  )
/** Blocks of which there is one. */
const single =
  'action action_to_use all all_query_arguments allow and_statement asn asn_match_statement block body byte_match_statement captcha challenge cookie cookies count custom_request_handling custom_response default_action field_to_match forwarded_ip forwarded_ip_config geo_match_statement header header_order headers http_method ip ip_set_forwarded_ip_config ip_set_reference_statement ja3_fingerprint ja4_fingerprint json_body label_match_statement label_namespace managed_rule_group_statement match_pattern method none not_statement or_statement override_action query_argument query_string rate_based_statement regex_match_statement regex_pattern_set_reference_statement rule_group_reference_statement scope_down_statement single_header single_query_argument size_constraint_statement sqli_match_statement uri_fragment uri_path visibility_config xss_match_statement'.split(
    ' ',
  )
/** Blocks of which there may be several, by CloudFormation's name for them together. */
const several: Readonly<Record<string, string>> = {
  custom_key: 'CustomKeys',
  custom_response_body: 'CustomResponseBodies',
  excluded_rule: 'ExcludedRules',
  insert_header: 'InsertHeaders',
  regular_expression: 'RegularExpressionList',
  response_header: 'ResponseHeaders',
  rule: 'Rules',
  rule_action_override: 'RuleActionOverrides',
  rule_label: 'RuleLabels',
  text_transformation: 'TextTransformations',
}
const spelled: Readonly<Record<string, string>> = tableOf({
  asn: 'ASN',
  cloudwatch_metrics_enabled: 'CloudWatchMetricsEnabled',
  forwarded_ip: 'ForwardedIP',
  forwarded_ip_config: 'ForwardedIPConfig',
  http_method: 'HTTPMethod',
  ip: 'IP',
  ip_address_version: 'IPAddressVersion',
  ip_set_forwarded_ip_config: 'IPSetForwardedIPConfig',
  ip_set_reference_statement: 'IPSetReferenceStatement',
  ja3_fingerprint: 'JA3Fingerprint',
  ja4_fingerprint: 'JA4Fingerprint',
})

const nameOf = (name: string): string =>
  spelled[name] ?? name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())

const isBody = (body: Body | Value): body is Body =>
  typeof body === 'object' && body !== null && 'blocks' in body && typeof body.blocks === 'function'

/** Bodies stand as a map by their key, patterns as texts. */
function together(name: string, items: readonly Value[]): Value {
  const fields = items.filter((item): item is Fields => typeof item === 'object' && item !== null)
  if (name === 'regular_expression') return fields.map((item) => item['RegexString'] ?? null)
  if (name !== 'custom_response_body') return [...items]
  return Object.fromEntries(fields.map(({ Key = '', ...rest }) => [said(Key), rest]))
}

/** Within what only we keep, the ARN of another resource of the file is a reference to it. */
function named(value: Value): Value {
  const [ref] = isUnknown(value) ? (value.refs ?? []) : []
  return ref === undefined ? value : { ref, attribute: 'Arn' }
}

function fieldsOf(body: Body, parent: string): Fields {
  const fields: Fields = {}
  for (const name of attributes) {
    const value = body.value(name)?.value
    if (value === undefined || value === null) continue
    fields[nameOf(name)] = name === 'arn' ? named(value) : value
  }
  const blocksOf = (name: string): Value[] =>
    body.blocks(name).map(({ body: inner }) => (isBody(inner) ? fieldsOf(inner, name) : inner))
  for (const name of single) {
    const [first] = blocksOf(name)
    if (first !== undefined) fields[nameOf(name)] = first
  }
  for (const [name, plural] of Object.entries(several)) {
    const items = blocksOf(name)
    if (items.length > 0) fields[plural] = together(name, items)
  }
  const statements = blocksOf('statement')
  if (parent === 'and_statement' || parent === 'or_statement') fields['Statements'] = statements
  else if (statements[0] !== undefined) fields['Statement'] = statements[0]
  return fields
}

/** `rule_json` holds the rules in the API's own words. */
function rulesIn(text: Value | undefined): Value | undefined {
  if (typeof text !== 'string') return undefined
  try {
    const rules = JSON.parse(text) as Value // whatever it is, rules are looked for in it as in any template
    return Array.isArray(rules) ? rules : undefined
  } catch {
    return undefined
  }
}

/** A resource of AWS WAF; undefined for every other type. */
export function firewallResource(type: string, body: Body): Resource | undefined {
  const target = Object.hasOwn(firewallTypes, type) ? firewallTypes[type] : undefined
  if (target === undefined) return undefined
  const rules = rulesIn(body.value('rule_json')?.value)
  const config = { ...fieldsOf(body, ''), ...(rules && { Rules: rules }) }
  return isExpression(config) ? undefined : ({ type: target, config } as Resource) // JSON, as of any foreign type
}

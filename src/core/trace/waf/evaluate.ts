/**
 * Rules in the order of their priorities: the first that matches and ends, ends; counting ones label and go on.
 * https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rule-actions.html
 */
import { tableOf } from '#core/ground/names.ts'
import type { Json } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { listOf, objectOf, textOf } from './json.ts'
import type {
  CompiledWebAcl,
  CustomResponse,
  RateCounts,
  WafAction,
  WafGroup,
  WafRequest,
  WafRule,
} from './web-acl.ts'

export interface WafVerdict {
  readonly kind: 'allow' | 'block' | 'captcha' | 'challenge'
  readonly response: CustomResponse | null
  /** The rule that decided; null where it was the default action. */
  readonly rule: string | null
  /** Headers that go on with the request. */
  readonly insert: CustomResponse['headers']
}

export type Tell = (text: string, path: Path) => void

/** What the evaluation of one request carries along. */
interface Run {
  readonly request: WafRequest
  readonly counts: RateCounts
  /** Verdicts of managed groups and of rules that cannot be played, by their names, as the request scripts them. */
  readonly script: Readonly<Record<string, Json>>
  /** The viewer carries a token of AWS WAF, so that CAPTCHA and challenge let it pass. */
  readonly hasToken: boolean
  readonly insert: (readonly [string, string])[]
  readonly tell: Tell | null
}

/** The action that ends the evaluation, or null where it goes on. */
function act(run: Run, { name, path }: WafRule, action: WafAction, isCounted: boolean): WafVerdict | null {
  if (isCounted || action.kind === 'count') {
    if (action.kind === 'count') run.insert.push(...action.insert)
    run.tell?.(`“${name}” matches and counts.`, path)
    return null
  }
  const verdict = { rule: name, response: null, insert: run.insert }
  if (action.kind === 'block') {
    run.tell?.(`“${name}” matches and blocks.`, path)
    return { ...verdict, kind: 'block', response: action.response }
  }
  run.insert.push(...action.insert)
  if (action.kind === 'allow') {
    run.tell?.(`“${name}” matches and allows: no later rule is looked at.`, path)
    return { ...verdict, kind: 'allow' }
  }
  const word = action.kind === 'captcha' ? 'a CAPTCHA' : 'a challenge'
  run.tell?.(
    `“${name}” matches and asks for ${word}${run.hasToken ? '; the viewer’s token is good, so it goes on' : ''}.`,
    path,
  )
  return run.hasToken ? null : { ...verdict, kind: action.kind }
}

const scriptedActions: Readonly<Record<string, WafAction>> = tableOf({
  block: { kind: 'block', response: null },
  count: { kind: 'count', insert: [] },
  captcha: { kind: 'captcha', insert: [] },
  challenge: { kind: 'challenge', insert: [] },
})

/** A group of AWS's or a vendor's: its verdict and labels stand in the request's script, by its name. */
function askScript(run: Run, rule: WafRule, group: WafGroup): WafVerdict | null {
  const scripted = Object.hasOwn(run.script, group.name) ? run.script[group.name] : undefined
  const { action = scripted, labels } = objectOf(scripted)
  for (const label of listOf(labels)) run.request.labels.add(textOf(label) ?? '')
  const word = textOf(action)?.toLowerCase() ?? 'allow'
  const known = Object.hasOwn(scriptedActions, word) ? scriptedActions[word] : undefined
  if (known) return act(run, rule, known, group.countsOnly)
  run.tell?.(
    scripted === undefined
      ? `The rules of “${group.name}” are not public: it lets the request pass unless viewer.waf scripts its verdict ({ "${group.name}": "block" }).`
      : `“${group.name}” lets the request pass, as the request scripts it.`,
    rule.path,
  )
  return null
}

function runGroup(run: Run, rule: WafRule, group: WafGroup): WafVerdict | null {
  if (group.scopeDown && !group.scopeDown(run.request, run.counts)) return null
  if (group.unplayedScope !== null)
    run.tell?.(
      `The scope-down statement of “${rule.name}” is passed over: the trace does not play ${group.unplayedScope}.`,
      rule.path,
    )
  if (!group.rules) return askScript(run, rule, group)
  for (const inner of group.rules) {
    const verdict = runRule(run, inner, group.countsOnly)
    if (verdict) return verdict
  }
  return null
}

/** Of a rule that cannot be played, the request's script says whether it matches. */
function isScriptedMatch(run: Run, { name, unplayed, path }: WafRule): boolean {
  const matches = Object.hasOwn(run.script, name) && run.script[name] === 'match'
  run.tell?.(
    matches
      ? `“${name}” matches, as the request scripts it: the trace does not play ${unplayed}.`
      : `“${name}” is passed over: the trace does not play ${unplayed}. viewer.waf can script it ({ "${name}": "match" }).`,
    path,
  )
  return matches
}

function runRule(run: Run, rule: WafRule, isCounted: boolean): WafVerdict | null {
  if (rule.group) return runGroup(run, rule, rule.group)
  if (rule.matches ? !rule.matches(run.request, run.counts) : !isScriptedMatch(run, rule)) return null
  for (const label of rule.labels) run.request.labels.add(label)
  return act(run, rule, rule.action, isCounted)
}

/** What the web ACL makes of a request. Its rules have to be known. */
export function evaluate(
  { rules, defaultAction, name, path }: CompiledWebAcl,
  input: Omit<Run, 'insert'>,
): WafVerdict {
  const run: Run = { ...input, insert: [] }
  for (const rule of rules ?? []) {
    const verdict = runRule(run, rule, false)
    if (verdict) return verdict
  }
  const isBlock = defaultAction.kind === 'block'
  if (!isBlock) run.insert.push(...defaultAction.insert)
  run.tell?.(`No rule of “${name}” ends it: the default action ${isBlock ? 'blocks' : 'allows'}.`, path)
  return {
    kind: isBlock ? 'block' : 'allow',
    response: isBlock ? defaultAction.response : null,
    rule: null,
    insert: run.insert,
  }
}

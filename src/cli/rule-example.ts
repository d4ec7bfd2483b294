/** A rule's bad and good example as small YAML, for its generated page. */
import { stringify } from 'yaml'
import { isRef, isUnknown } from '#core/model/field.ts'
import { type Path, toPointer, valueAt } from '#core/model/path.ts'
import type { RuleExample, RuleExamples } from '#core/rules/examples.ts'
import type { Finding, Rule, RuleContext } from '#core/rules/rule.ts'

const contextOf = (example: RuleExample): RuleContext =>
  'document' in example ? example : { document: example }

/** As a person writes it: references in short form, without the keys that only the canvas needs. */
function written(value: unknown): unknown {
  if (isRef(value))
    return value.attribute === undefined ? `!Ref ${value.ref}` : `!GetAtt ${value.ref}.${value.attribute}`
  if (isUnknown(value)) return value.unknown
  if (Array.isArray(value)) return value.map(written)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'key')
      .map(([name, item]) => [name, written(item)]),
  )
}

const longest = 30

/** The object around a place, cut where it is long. */
function snippet(context: RuleContext, around: Path): string | undefined {
  const value = valueAt(context.document, around)
  if (value === undefined) return undefined
  const lines = stringify(written(value), { lineWidth: 100 })
    .trimEnd()
    .replace(/: "(!(?:Ref|GetAtt) [^"]*)"/g, ': $1')
    .split('\n')
  const shown = lines.length > longest ? [...lines.slice(0, longest), '# …'] : lines
  return ['```yaml', `# ${toPointer(around)}`, ...shown, '```'].join('\n')
}

/** Where a finding is best looked at: the object that holds the field. */
const aroundOf = ({ path }: Finding): Path => path.slice(0, -1)

function remedies({ fix, suggestions = [] }: Finding): string[] {
  if (fix) return ['', `**Fix:** ${fix.label}.`]
  if (suggestions.length === 0) return []
  return ['', `**To choose from:** ${suggestions.map(({ label }) => label).join('; ')}.`]
}

/** The part of a rule's page that shows what it means; empty where the rule has no examples. */
export function ruleExample(rule: Rule, examples: RuleExamples | undefined): string {
  const [bad] = Object.entries(examples?.invalid ?? {})
  const [good] = Object.entries(examples?.valid ?? {})
  if (!bad) return ''
  const context = contextOf(bad[1])
  const [finding] = rule.check(context)
  if (!finding) return ''
  const around = aroundOf(finding)
  const badText = snippet(context, around)
  const goodText = good && snippet(contextOf(good[1]), around)
  return [
    '## Bad',
    '',
    ...(badText === undefined ? [] : [`${bad[0]}:`, '', badText, '']),
    `> ${finding.message}`,
    ...remedies(finding),
    ...(good && goodText !== undefined && goodText !== badText
      ? ['', '## Good', '', `${good[0]}:`, '', goodText]
      : []),
    '',
  ].join('\n')
}

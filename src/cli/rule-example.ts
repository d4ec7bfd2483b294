/** A rule's bad and good example as small YAML, for its generated page. */
import { stringify } from 'yaml'
import { type Path, toPointer } from '#core/model/path.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import type { Finding, Rule } from '#core/rules/harness/rule.ts'
import { shownExample } from '#core/rules/harness/shown-example.ts'

const longest = 30

/** The object around a place, cut where it is long. */
function snippet(value: unknown, around: Path): string | undefined {
  if (value === undefined) return undefined
  const lines = stringify(value, { lineWidth: 100 })
    .trimEnd()
    .replace(/: "(!(?:Ref|GetAtt) [^"]*)"/g, ': $1')
    .split('\n')
  const shown = lines.length > longest ? [...lines.slice(0, longest), '# …'] : lines
  return ['```yaml', `# ${toPointer(around)}`, ...shown, '```'].join('\n')
}

function remedies({ fix, suggestions = [] }: Finding): string[] {
  if (fix) return ['', `**Fix:** ${fix.label}.`]
  if (suggestions.length === 0) return []
  return ['', `**To choose from:** ${suggestions.map(({ label }) => label).join('; ')}.`]
}

/** The part of a rule's page that shows what it means; empty where the rule has no examples. */
export function ruleExample(rule: Rule, examples: RuleExamples | undefined): string {
  const example = shownExample(rule, examples)
  if (!example) return ''
  const { around, finding, bad, good } = example
  const badText = snippet(bad.value, around)
  const goodText = good && snippet(good.value, around)
  return [
    '## Bad',
    '',
    ...(badText === undefined ? [] : [`${bad.name}:`, '', badText, '']),
    `> ${finding.message}`,
    ...remedies(finding),
    ...(good && goodText !== undefined && goodText !== badText
      ? ['', '## Good', '', `${good.name}:`, '', goodText]
      : []),
    '',
  ].join('\n')
}

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rulePlace } from '#core/rules/harness/page.ts'
import type { Rule, Severity } from '#core/rules/harness/rule.ts'
import { rules } from '#core/rules/index.ts'
import type { Diagnostic } from './diagnostics.ts'
import type { Replacement } from './fixes.ts'

/** One finding of a file, with the change that mends it. */
export interface SarifFinding {
  readonly file: string
  readonly design: string
  readonly diagnostic: Diagnostic
  readonly fix?: { readonly label: string; readonly replacement: Replacement }
}

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

/** A path as SARIF wants it: a URI reference, relative where the path is. */
const uriOf = (file: string): string => encodeURI(file.replaceAll('\\', '/')).replaceAll('#', '%23')

/** The same finding has the same mark after lines above it came and went, so that a code host knows it again. */
const fingerprint = ({ file, design, diagnostic: { rule, path } }: SarifFinding): string =>
  createHash('sha256').update([file, design, rule, path].join('\n')).digest('hex').slice(0, 32)

/** Whole lines: from the first one's beginning to the beginning of the line after the last. */
function fixOf(file: string, { label, replacement: { from, to, text } }: NonNullable<SarifFinding['fix']>) {
  const deletedRegion = { startLine: from, startColumn: 1, endLine: Math.max(to + 1, from), endColumn: 1 }
  const replacements = [{ deletedRegion, insertedContent: { text } }]
  return {
    description: { text: label },
    artifactChanges: [{ artifactLocation: { uri: uriOf(file) }, replacements }],
  }
}

function resultOf(finding: SarifFinding) {
  const { file, fix, diagnostic } = finding
  const { rule, severity, message, location, path } = diagnostic
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(location?.file ?? file) },
          ...(location && { region: { startLine: location.line, startColumn: location.column } }),
        },
        logicalLocations: [{ fullyQualifiedName: path }],
      },
    ],
    partialFingerprints: { 'frontageFinding/v1': fingerprint(finding) },
    ...(fix && { fixes: [fixOf(file, fix)] }),
    properties: {
      profiles: diagnostic.profiles,
      ...(diagnostic.covers && { covers: diagnostic.covers }),
    },
  }
}

/** The pages of the rules, which ship with the command; it stands in dist, or below it, or among the sources. */
const pages = ['../', '../../']
  .map((up) => new URL(`${up}docs/`, import.meta.url))
  .find((folder) => existsSync(new URL('rules/', folder)))

/** Where a rule is described: its anchor on the page of its group, else AWS's page. SARIF wants a whole URI. */
const helpUriOf = (rule: Rule): string | null =>
  pages === undefined ? rule.docs : new URL(rulePlace(rule), pages).href

const helpOf = ({ why, docs }: Rule) => ({
  text: docs === null ? why : `${why} ${docs}`,
  markdown: docs === null ? why : `${why}\n\n[AWS on it](${docs})`,
})

const descriptorOf = (rule: Rule) => ({
  id: rule.id,
  shortDescription: { text: rule.summary },
  fullDescription: { text: rule.why },
  help: helpOf(rule),
  defaultConfiguration: { level: levels[rule.severity] },
  ...(helpUriOf(rule) !== null && { helpUri: helpUriOf(rule) }),
})

/** A check's findings as SARIF 2.1.0, which code hosts show beside the changed line. */
export function toSarif(findings: readonly SarifFinding[]): string {
  const results = findings.map(resultOf)
  const used = new Set(results.map(({ ruleId }) => ruleId))
  const driver = { name: 'Frontage', rules: rules.filter(({ id }) => used.has(id)).map(descriptorOf) }
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  }
  return JSON.stringify(log, null, 2)
}

import type { Severity } from '#core/rules/harness/rule.ts'
import { rules } from '#core/rules/index.ts'
import type { CheckedFile } from './diagnostics.ts'

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

/** A check's findings as SARIF 2.1.0, which code hosts show beside the changed line. */
export function toSarif(files: readonly CheckedFile[]): string {
  const results = files.flatMap(({ file, designs }) =>
    designs.flatMap(({ diagnostics }) =>
      diagnostics.map(({ rule, severity, message, location, path }) => ({
        ruleId: rule,
        level: levels[severity],
        message: { text: message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: location?.file ?? file },
              ...(location && { region: { startLine: location.line, startColumn: location.column } }),
            },
            logicalLocations: [{ fullyQualifiedName: path }],
          },
        ],
      })),
    ),
  )
  const used = new Set(results.map(({ ruleId }) => ruleId))
  const driver = {
    name: 'Frontage',
    rules: rules
      .filter(({ id }) => used.has(id))
      .map(({ id, summary, why, docs, severity }) => ({
        id,
        shortDescription: { text: summary },
        fullDescription: { text: why },
        defaultConfiguration: { level: levels[severity] },
        ...(docs !== null && { helpUri: docs }),
      })),
  }
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  }
  return JSON.stringify(log, null, 2)
}

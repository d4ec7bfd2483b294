/** Findings as an editor shows them. */

import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver/node'
import type { Found } from '#cli/diagnostics.ts'
import type { Position, ReadProblem } from '#core/formats/format.ts'
import type { Severity } from '#core/rules/harness/rule.ts'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

/** From a place to the end of what stands on its line. */
export function rangeFrom(lines: readonly string[], place: Position | undefined): Range {
  const line = Math.min((place?.line ?? 1) - 1, Math.max(0, lines.length - 1))
  const text = (lines[line] ?? '').trimEnd()
  const character = Math.min((place?.column ?? 1) - 1, text.length)
  return { start: { line, character }, end: { line, character: Math.max(text.length, character) } }
}

/** A finding; `code` is the rule's id, which leads to its AWS page where there is one. */
export function asDiagnostic(lines: readonly string[], { diagnostic }: Found): Diagnostic {
  const { rule, severity, message, docs, location } = diagnostic
  return {
    range: rangeFrom(lines, location),
    severity: severities[severity],
    source: 'frontage',
    code: rule,
    message,
    ...(docs !== null && { codeDescription: { href: docs } }),
  }
}

/** A reason that the text cannot be read. */
export const asReadDiagnostic = (lines: readonly string[], problem: ReadProblem): Diagnostic => ({
  range: rangeFrom(lines, problem.position),
  severity: DiagnosticSeverity.Error,
  source: 'frontage',
  message: problem.message,
})

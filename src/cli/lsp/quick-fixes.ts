/** What mends a finding, as an edit of the text that touches only the lines it must. */

import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver/node'
import type { Found } from '#cli/diagnostics.ts'
import { replacementOf } from '#cli/fixes.ts'
import { asDiagnostic } from './diagnostics.ts'
import { type Opened, sourceOf } from './opened.ts'

function editFor({ file, reading }: Opened, { fix }: Found): TextEdit | undefined {
  if (!fix || !reading.design) return undefined
  const replacement = replacementOf(sourceOf(file, reading.design), fix)
  if (!replacement) return undefined
  const start = { line: replacement.from - 1, character: 0 }
  return { range: { start, end: { line: replacement.to, character: 0 } }, newText: replacement.text }
}

const isSame = (one: Diagnostic, other: Diagnostic) =>
  one.code === other.code && one.range.start.line === other.range.start.line && one.message === other.message

/** The fixes of the findings that the editor asks about. */
export function quickFixes(
  uri: string,
  open: Opened,
  found: readonly Found[],
  wanted: readonly Diagnostic[],
): CodeAction[] {
  return found.flatMap((one): CodeAction[] => {
    const diagnostic = wanted.find((other) => isSame(asDiagnostic(open.lines, one), other))
    const edit = diagnostic && editFor(open, one)
    if (!diagnostic || !edit || !one.fix) return []
    return [
      {
        title: one.fix.label,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: true,
        edit: { changes: { [uri]: [edit] } },
      },
    ]
  })
}

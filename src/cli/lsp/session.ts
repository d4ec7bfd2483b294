/** What the editor asks of its open texts, answered from their last version; the protocol itself is in server.ts. */

import { fileURLToPath } from 'node:url'
import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CompletionItem,
  Diagnostic,
  Hover,
  Location,
  TextDocumentPositionParams,
} from 'vscode-languageserver/node'
import { CompletionItemKind, MarkupKind } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Found } from '#cli/diagnostics.ts'
import { projectOf } from '#cli/project-file.ts'
import type { Path } from '#core/model/path.ts'
import type { ProfileName } from '#core/rules/harness/profile.ts'
import type { Project } from '#core/rules/harness/project.ts'
import { type Suggestion, suggestionsAt } from './completion.ts'
import { asDiagnostic, asReadDiagnostic, rangeFrom } from './diagnostics.ts'
import { hoverAt } from './hover.ts'
import { keyAt } from './key-at.ts'
import { lensesOf } from './lenses.ts'
import { definitionOf, usesOf } from './links.ts'
import { foundIn, type Opened, opened, placesIn } from './opened.ts'
import { quickFixes } from './quick-fixes.ts'
import { pathAt } from './reading.ts'

const kinds: Readonly<Record<Suggestion['kind'], CompletionItemKind>> = {
  value: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  field: CompletionItemKind.Field,
}

/** A file's path, for messages and for the project file above it; a text that is no file yet has its address. */
const fileOf = (uri: string): string => (uri.startsWith('file:') ? fileURLToPath(uri) : uri)

export class Session {
  readonly #texts = new Map<string, Opened>()
  readonly #found = new Map<string, readonly Found[]>()
  profile: ProfileName | undefined

  /** Takes a version of a text. */
  take(text: TextDocument): void {
    this.#texts.set(text.uri, opened(text, fileOf(text.uri), this.#texts.get(text.uri)))
  }

  close(uri: string): void {
    this.#texts.delete(uri)
    this.#found.delete(uri)
  }

  at(uri: string): Opened | undefined {
    return this.#texts.get(uri)
  }

  /** The findings of the version that was taken last. */
  async check(uri: string): Promise<readonly Diagnostic[]> {
    const open = this.#texts.get(uri)
    if (!open) return []
    const { lines, reading, file } = open
    if (!reading.design) return reading.problems.map((problem) => asReadDiagnostic(lines, problem))
    const project = await this.#projectOf(file)
    const found = foundIn(open, project, this.profile)
    this.#found.set(uri, found)
    return found.map((one) => asDiagnostic(lines, one))
  }

  async #projectOf(file: string): Promise<Project> {
    const project = await projectOf(file)
    return project.ok ? project.value : { rules: {} }
  }

  hover({ textDocument, position }: TextDocumentPositionParams): Hover | null {
    const open = this.#texts.get(textDocument.uri)
    const path = this.#pathAt(open, position)
    const value = open?.lastGood && path && hoverAt(open.lastGood.document, path)
    return value === undefined ? null : { contents: { kind: MarkupKind.Markdown, value } }
  }

  /** Asked in the middle of a word: the lines as they stand now, with the design of the last version that was read. */
  complete(
    { textDocument, position }: TextDocumentPositionParams,
    lines: readonly string[],
  ): CompletionItem[] {
    const lastGood = this.#texts.get(textDocument.uri)?.lastGood
    const place = keyAt(lines, position.line, position.character)
    const context = { document: lastGood?.document, format: lastGood?.format }
    return suggestionsAt(place, context).map(({ label, insert = label, detail, kind }) => ({
      label,
      insertText: insert,
      kind: kinds[kind],
      ...(detail !== undefined && { detail }),
    }))
  }

  define({ textDocument: { uri }, position }: TextDocumentPositionParams): Location | null {
    const open = this.#texts.get(uri)
    const path = this.#pathAt(open, position)
    const target = open?.lastGood && path && definitionOf(open.lastGood.document, path)
    return open && target ? (this.#locationOf(uri, open, target) ?? null) : null
  }

  references({ textDocument: { uri }, position }: TextDocumentPositionParams): Location[] {
    const open = this.#texts.get(uri)
    const path = this.#pathAt(open, position)
    if (!open?.lastGood || !path) return []
    const { document } = open.lastGood
    return usesOf(document, definitionOf(document, path) ?? path).flatMap(
      (use) => this.#locationOf(uri, open, use) ?? [],
    )
  }

  fixes({ textDocument: { uri }, context }: CodeActionParams): CodeAction[] {
    const open = this.#texts.get(uri)
    return open ? quickFixes(uri, open, this.#found.get(uri) ?? [], context.diagnostics) : []
  }

  lenses(uri: string): CodeLens[] {
    const open = this.#texts.get(uri)
    return open ? lensesOf(uri, open) : []
  }

  #pathAt(
    open: Opened | undefined,
    { line, character }: TextDocumentPositionParams['position'],
  ): Path | undefined {
    return open?.lastGood && pathAt(placesIn(open.lastGood, open.goodText), line + 1, character + 1)
  }

  #locationOf(uri: string, { lastGood, lines }: Opened, path: Path): Location | undefined {
    const place = lastGood?.locate(path)
    return place && { uri, range: rangeFrom(lines, place) }
  }
}

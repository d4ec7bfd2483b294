/** What the server's commands answer, where a person reads it. */
import { commands, ViewColumn, window, workspace } from 'vscode'

type Next = (command: string, given: unknown[]) => unknown

/** A request's story as a text beside the file. */
async function trace(given: readonly unknown[], next: Next): Promise<void> {
  const url = await window.showInputBox({
    title: 'Trace a request',
    prompt: 'A path or a URL; it is played, not sent.',
    value: '/',
  })
  if (url === undefined) return
  const content = String(await next('frontage.trace', [...given.slice(0, 2), url]))
  const document = await workspace.openTextDocument({ content, language: 'plaintext' })
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true })
}

/** A review as Markdown, rendered by the editor itself. */
async function review(given: readonly unknown[], next: Next): Promise<void> {
  if (!workspace.isTrusted) {
    await window.showInformationMessage('A review starts git; trust the workspace first.')
    return
  }
  const content = String(await next('frontage.review', [...given]))
  const document = await workspace.openTextDocument({ content, language: 'markdown' })
  await commands.executeCommand('markdown.showPreviewToSide', document.uri)
}

/** Shows the answer of a lens; every other command goes on as it came. */
export function answered(command: string, given: unknown[], next: Next): unknown {
  if (command === 'frontage.trace') return trace(given, next)
  return command === 'frontage.review' ? review(given, next) : next(command, given)
}

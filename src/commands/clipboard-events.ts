/** The browser's own copy, cut and paste, for things of the design: no permission is asked, as the keys are the person's. */
import { openText } from '#state/files.ts'
import { announce } from '#state/session.ts'
import { copyText, pasteSnippet, pasteText, removeSelected } from './actions.ts'

const typing = 'input, textarea, select, [contenteditable="true"], .monaco-editor, [role="dialog"]'

/** True where the keys belong to a text: one that is typed, or words of the page that are marked. */
function isAboutText(event: Event): boolean {
  if (event.target instanceof Element && event.target.closest(typing)) return true
  const marked = getSelection()
  return event.type !== 'paste' && marked !== null && !marked.isCollapsed
}

function onCopy(event: ClipboardEvent): void {
  if (isAboutText(event)) return
  const text = copyText()
  if (text === undefined) return
  event.clipboardData?.setData('text/plain', text)
  event.preventDefault()
  if (event.type === 'cut') removeSelected()
}

/**
 * A pasted thing goes into the open design, and so do parts of a template or of the command line's output; a whole
 * template or configuration opens as a design of its own.
 */
async function paste(text: string): Promise<void> {
  if (text.trim() === '' || pasteText(text) || (await pasteSnippet(text))) return
  const opened = await openText('Pasted design', text)
  if (!opened.ok) announce(`Nothing was pasted. ${opened.error}`)
}

function onPaste(event: ClipboardEvent): void {
  if (isAboutText(event)) return
  const text = event.clipboardData?.getData('text/plain') ?? ''
  event.preventDefault()
  void paste(text)
}

/** Listens from now on; returns how to stop. */
export function watchClipboard(): () => void {
  document.addEventListener('copy', onCopy)
  document.addEventListener('cut', onCopy)
  document.addEventListener('paste', onPaste)
  return () => {
    document.removeEventListener('copy', onCopy)
    document.removeEventListener('cut', onCopy)
    document.removeEventListener('paste', onPaste)
  }
}

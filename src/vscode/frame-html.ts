/** The webview's own document: one frame, and a script that hands it the design. */
import { randomBytes } from 'node:crypto'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** `page` is the page's address as the webview reaches it; nothing else may be framed, and nothing be fetched. */
export function frameHtml(page: string): string {
  const nonce = randomBytes(16).toString('base64url')
  const { origin } = new URL(page)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src ${escaped(origin)}; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>Frontage</title>
<style nonce="${nonce}">html, body, iframe { width: 100%; height: 100%; margin: 0; padding: 0; border: 0; display: block; overflow: hidden }</style>
</head>
<body>
<iframe title="Frontage" data-page="${escaped(page)}" allow="clipboard-read; clipboard-write"></iframe>
<script nonce="${nonce}">
const frame = document.querySelector('iframe')
// Another fragment of the same page does not load it again: the design is replaced where it is.
addEventListener('message', ({ data }) => {
  if (typeof data?.fragment === 'string' && data.fragment.startsWith('#design=')) frame.src = frame.dataset.page + data.fragment
})
acquireVsCodeApi().postMessage('ready')
</script>
</body>
</html>
`
}

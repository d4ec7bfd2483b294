/**
 * `node bin/door-pictures.js`: the pictures of docs/editors.md, docs/assistants.md and docs/review.md. What is on them is what the
 * built command answers over its protocols; the frame around it is ours, since every editor has its own.
 */
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { chromium } from '@playwright/test'
import { marked } from 'marked'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { findChromium } from './browsers.js'
import { root } from './install.js'

const command = join(root, 'bin/frontage.js')
const sample = (side) => readFileSync(join(root, `src/fixtures/reviews/added-api/${side}.yaml`), 'utf8')
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** What the language server says of a text: problems, lenses, and the hover where a piece of it stands. */
async function told(text, piece) {
  const child = spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const published = new Promise((done) =>
    client.onNotification('textDocument/publishDiagnostics', ({ diagnostics }) => done(diagnostics)),
  )
  client.listen()
  const uri = 'file:///shop/cdn.yaml'
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
  await client.sendNotification('initialized', {})
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text },
  })
  const problems = await published
  const textDocument = { uri }
  const lenses = await client.sendRequest('textDocument/codeLens', { textDocument })
  const line = text.split('\n').findIndex((one) => one.includes(piece))
  const position = { line, character: text.split('\n')[line].indexOf(piece) + 3 }
  const hover = await client.sendRequest('textDocument/hover', { textDocument, position })
  await client.sendRequest('shutdown')
  await client.sendNotification('exit')
  client.dispose()
  return { problems, lenses, hover: { line, markdown: hover.contents.value } }
}

function editorPage(text, { problems, lenses, hover }, [from, to]) {
  const rows = text.split('\n').flatMap((line, at) => {
    if (at < from || at > to) return []
    const found = problems.find(({ range }) => range.start.line === at)
    const start = found?.range.start.character ?? line.length
    const above = lenses.filter(({ range }) => range.start.line === at).map(({ command: { title } }) => title)
    return [
      ...(above.length > 0 ? [`<div class="lens">${above.join(' | ')}</div>`] : []),
      `<div class="line"><i>${at + 1}</i>${escaped(line.slice(0, start))}<u class="s${found?.severity}">${escaped(line.slice(start))}</u></div>`,
      ...(found
        ? [`<div class="said s${found.severity}">${escaped(found.message)} <b>${found.code}</b></div>`]
        : []),
      ...(at === hover.line ? [`<div class="hover">${marked.parse(hover.markdown)}</div>`] : []),
    ]
  })
  return `<h1>cdn.yaml</h1><div class="code">${rows.join('')}</div>`
}

/** What an assistant calls, and the Markdown that it gets. */
async function reviewed() {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [command, 'mcp'],
    stderr: 'ignore',
  })
  const client = new Client({ name: 'pictures', version: '1' })
  await client.connect(transport)
  const given = { before: { text: sample('before') }, after: { text: sample('after') } }
  const { content } = await client.callTool({ name: 'review', arguments: given })
  await client.close()
  return JSON.parse(content[0].text).markdown
}

const style = `
body { margin: 0; padding: 20px 24px; width: 912px; font: 14px/1.5 system-ui, sans-serif; color: #1b2430; background: #fff }
h1 { font-size: 13px; font-weight: 500; color: #5b6775; margin: 0 0 12px; border-bottom: 1px solid #dde3ea; padding-bottom: 8px }
.code { font: 13px/1.6 ui-monospace, 'DejaVu Sans Mono', monospace; white-space: pre } .line i { display: inline-block; width: 36px; font-style: normal; color: #95a1af }
.lens { padding-left: 68px; font-size: 12px; color: #5b6775 } u { text-decoration: none } u.s1 { text-decoration: wavy underline #c7372f } u.s2 { text-decoration: wavy underline #a86400 }
.said { white-space: normal; margin: 0 0 4px 36px; padding: 2px 10px; font: 13px/1.5 system-ui, sans-serif; border-left: 3px solid #a86400; background: #fdf6ea } .said.s1 { border-color: #c7372f; background: #fdefee } .said b { font: 12px ui-monospace, monospace; color: #5b6775 }
.hover { white-space: normal; width: 640px; margin: 4px 0 8px 110px; padding: 2px 14px; font: 13px/1.5 system-ui, sans-serif; border: 1px solid #c6ced8; border-radius: 6px; box-shadow: 0 4px 12px rgb(0 0 0 / .12) }
.call { font: 13px/1.6 ui-monospace, monospace; padding: 8px 12px; background: #f3f5f8; border-radius: 6px; margin-bottom: 12px } h3 { font-size: 16px } h4 { margin-bottom: 4px } code { font: 12px ui-monospace, monospace; background: #f3f5f8; padding: 1px 4px; border-radius: 4px } p, ul { margin: 6px 0 } details { color: #5b6775 }
`

const yaml = sample('after').replace('TargetOriginId: api', 'TargetOriginId: apis')
const lines = yaml.split('\n')
const start = lines.findIndex((line) => line.includes('PathPattern: /api/*'))
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 960, height: 400 }, deviceScaleFactor: 1.25 })
async function picture(name, body, height) {
  await page.setContent(`<style>${style}</style>${body}`)
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: 960, height: Math.min(whole, height) })
  await page.screenshot({ path: join(root, `docs/images/${name}.png`) })
}
const answers = await told(yaml, 'CachePolicyId')
const first = answers.lenses[0]?.range.start.line ?? start
await picture('editor-light', editorPage(yaml, answers, [Math.min(first, start) - 1, start + 5]), 900)
await picture(
  'assistant-light',
  `<h1>review</h1><div class="call">review({ "before": { "text": "…" }, "after": { "text": "…" } })</div>${marked.parse(await reviewed())}`,
  505,
)
const places = ['before', 'after'].map((side) => `src/fixtures/reviews/added-api/${side}.yaml`)
const review = execFileSync(process.execPath, [command, 'review', ...places, '--format', 'html'], {
  cwd: root,
  encoding: 'utf8',
})
await page.setContent(review)
await page.setViewportSize({ width: 1024, height: 900 })
await page.screenshot({ path: join(root, 'docs/images/review-light.png'), scale: 'css' })
await browser.close()

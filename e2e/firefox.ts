/**
 * The Firefox of this machine by WebDriver BiDi, the standard that it speaks by itself. Playwright's way asks releases for
 * commands that only later ones know.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'

/** What Firefox sends: an answer to a command, or an event. */
interface Message {
  readonly id?: number
  readonly type: 'success' | 'error' | 'event'
  readonly result?: Answer
  readonly message?: string
  readonly method?: string
  readonly params?: { readonly level: string; readonly text: string }
}
interface Answer {
  readonly contexts?: readonly { readonly context: string }[]
  readonly result?: { readonly value?: unknown; readonly sharedId?: string }
  readonly exceptionDetails?: { readonly text: string }
}
type Send = (method: string, params: object) => Promise<Answer>

export interface Firefox {
  /** What the page wrote into its console as errors. */
  readonly errors: readonly string[]
  readonly goTo: (url: string) => Promise<void>
  /** The value of an expression in the page: a text, a number or a truth value. */
  readonly ask: (expression: string) => Promise<unknown>
  /** A real click in the middle of the element that an expression gives; false where it gives none. */
  readonly click: (expression: string) => Promise<boolean>
  readonly type: (text: string) => Promise<void>
  readonly stop: () => Promise<void>
}

async function addressOf(lines: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(lines)) {
    const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1]
    if (address !== undefined) return address
  }
  throw new Error('Firefox ended before it said where it listens.')
}

function connection(socket: WebSocket, errors: string[]): Send {
  const waiting = new Map<number, (message: Message) => void>()
  let count = 0
  socket.on('message', (data) => {
    // Firefox sends nothing but messages of BiDi.
    const message = JSON.parse(String(data)) as Message
    if (message.id !== undefined) waiting.get(message.id)?.(message)
    else if (message.params?.level === 'error') errors.push(message.params.text)
  })
  return (method, params) =>
    new Promise((done, fail) => {
      count += 1
      waiting.set(count, ({ type, result, message }) =>
        type === 'success' ? done(result ?? {}) : fail(new Error(`${method}: ${message}`)),
      )
      socket.send(JSON.stringify({ id: count, method, params }))
    })
}

/** Starts it without a window, with a profile of its own. */
export async function startFirefox(program: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'frontage-firefox-'))
  const args = [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port',
    '0',
    'about:blank',
  ]
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = once(child, 'exit')
  const socket = new WebSocket(`${await addressOf(child.stderr)}/session`)
  child.stderr.resume()
  await once(socket, 'open')
  const errors: string[] = []
  const send = connection(socket, errors)
  await send('session.new', { capabilities: {} })
  await send('session.subscribe', { events: ['log.entryAdded'] })
  const [{ context } = { context: '' }] = (await send('browsingContext.getTree', {})).contexts ?? []
  await send('browsingContext.setViewport', { context, viewport: { width: 1440, height: 900 } })
  const evaluate = async (expression: string) => {
    const about = { expression, target: { context }, awaitPromise: true }
    const { result, exceptionDetails } = await send('script.evaluate', about)
    if (exceptionDetails) throw new Error(exceptionDetails.text)
    return result
  }
  const perform = (source: object) => send('input.performActions', { context, actions: [source] })
  return {
    errors,
    goTo: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    ask: async (expression) => (await evaluate(expression))?.value,
    async click(expression) {
      const found = `(() => { const one = ${expression}; one?.scrollIntoView({ block: 'center' }); return one })()`
      const sharedId = (await evaluate(found))?.sharedId
      if (sharedId === undefined) return false
      const origin = { type: 'element', element: { sharedId } }
      const actions = [
        { type: 'pointerMove', x: 0, y: 0, origin },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]
      await perform({ type: 'pointer', id: 'mouse', actions })
      return true
    },
    async type(text) {
      const actions = [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ])
      await perform({ type: 'key', id: 'keys', actions })
    },
    async stop() {
      await send('browser.close', {})
      await gone
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

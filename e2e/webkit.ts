/**
 * The WebKit of this machine, the engine of Safari, by the W3C's WebDriver: WebKitGTK's driver starts its MiniBrowser. Where
 * there is no screen, xvfb-run gives it one.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** The name under which an element stands in a message. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

export interface WebKit {
  readonly goTo: (url: string) => Promise<void>
  readonly back: () => Promise<void>
  readonly reload: () => Promise<void>
  /** The value of an expression in the page: a text, a number or a truth value. */
  readonly ask: (expression: string) => Promise<unknown>
  /** A real click in the middle of the element that an expression gives; false where it gives none. */
  readonly click: (expression: string) => Promise<boolean>
  readonly type: (text: string) => Promise<void>
  /** A picture of the window, as PNG. */
  readonly look: () => Promise<Buffer>
  readonly stop: () => Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('A port has a number.')
  return address.port
}

type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>

const sendTo =
  (base: string): Send =>
  async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const { value }: { value: unknown } = await response.json()
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`)
    return value
  }

async function answering(send: Send): Promise<void> {
  for (let tries = 0; ; tries += 1)
    try {
      await send('GET', '/status')
      return
    } catch (error) {
      if (tries > 100) throw error
      await new Promise((done) => setTimeout(done, 100))
    }
}

const click = (element: string) => [
  { type: 'pointerMove', x: 0, y: 0, origin: { [elementKey]: element } },
  { type: 'pointerDown', button: 0 },
  { type: 'pointerUp', button: 0 },
]

/** Starts it with a profile that ends with it. `language` is the system's, as in LANG. */
export async function startWebKit(driver: string, browser: string, language = 'C.UTF-8'): Promise<WebKit> {
  const port = await freePort()
  const command = [driver, `--port=${port}`]
  const [program, ...args] = process.env['DISPLAY'] === undefined ? ['xvfb-run', '-a', ...command] : command
  // The sandbox of its processes needs rights that a container does not have; it opens our own page alone.
  const env = { ...process.env, LANG: language, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }
  const child = spawn(program ?? driver, args, { stdio: 'ignore', detached: true, env })
  const gone = once(child, 'exit')
  const drive = sendTo(`http://127.0.0.1:${port}`)
  await answering(drive)
  const options = { binary: browser, args: ['--automation'] }
  const session = await drive('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  })
  const send = sendTo(`http://127.0.0.1:${port}/session/${String(Reflect.get(Object(session), 'sessionId'))}`)
  await send('POST', '/window/rect', { x: 0, y: 0, width: 1440, height: 900 })
  const evaluate = (expression: string) =>
    send('POST', '/execute/sync', { script: `return (${expression})`, args: [] })
  const perform = (source: object) => send('POST', '/actions', { actions: [source] })
  return {
    goTo: async (url) => void (await send('POST', '/url', { url })),
    back: async () => void (await send('POST', '/back', {})),
    reload: async () => void (await send('POST', '/refresh', {})),
    ask: evaluate,
    async click(expression) {
      const found = `(() => { const one = ${expression}; one?.scrollIntoView({ block: 'center' }); return one ?? null })()`
      const element: unknown = Reflect.get(Object(await evaluate(found)), elementKey)
      if (typeof element !== 'string') return false
      await perform({ type: 'pointer', id: 'mouse', actions: click(element) })
      return true
    },
    async type(text) {
      const actions = [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ])
      await perform({ type: 'key', id: 'keys', actions })
    },
    look: async () => Buffer.from(String(await send('GET', '/screenshot')), 'base64'),
    async stop() {
      await send('DELETE', '')
      // The driver and, where there is one, its screen: the group that was started for them.
      if (child.pid !== undefined) process.kill(-child.pid)
      await gone
    },
  }
}

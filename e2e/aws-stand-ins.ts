/** Servers that others wrote and that speak the CloudFront API: started on a free loopback port, ended by their id. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export interface StandIn {
  readonly endpoint: string
  readonly stop: () => Promise<void>
}

const program = (name: string) =>
  process.platform === 'win32' ? `.venv/Scripts/${name}.exe` : `.venv/bin/${name}`

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => done(port))
    })
  })

async function answers(endpoint: string): Promise<boolean> {
  try {
    await fetch(`${endpoint}/2020-05-31/distribution`, { signal: AbortSignal.timeout(1000) })
    return true
  } catch {
    return false
  }
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done()
    else child.once('exit', () => done())
  })

async function start(
  name: string,
  how: (port: number) => { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> },
): Promise<StandIn> {
  const path = program(name)
  if (!existsSync(path)) throw new Error(`${name} is missing; run “npm test”, which sets up .venv.`)
  const port = await freePort()
  const { args, env } = how(port)
  const child = spawn(path, args, { stdio: 'ignore', env: { ...process.env, ...env } })
  const stop = async () => {
    child.kill('SIGTERM')
    await Promise.race([ended(child), pause(3000)])
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  }
  const endpoint = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 120; tries += 1) {
    if (await answers(endpoint)) return { endpoint, stop }
    await pause(250)
  }
  await stop()
  throw new Error(`${name} did not answer within 30 seconds.`)
}

/** Starts ministack, which has most of the control plane of CloudFront. */
export const startMinistack = (): Promise<StandIn> =>
  start('ministack', (port) => ({ args: [], env: { GATEWAY_PORT: String(port), EDGE_PORT: String(port) } }))

/** Starts moto's server, which has distributions, key groups and public keys of its own making. */
export const startMoto = (): Promise<StandIn> =>
  start('moto_server', (port) => ({ args: ['-H', '127.0.0.1', '-p', String(port)], env: {} }))

/** `frontage run`: the distributions of sources on this machine. */
import { basename, resolve } from 'node:path'
import { cloudFrontEndpoint } from '#aws/caller.ts'
import { startAdmin } from '#local/admin/server.ts'
import type { Certificate } from '#local/certificates.ts'
import type { LocalCdn } from '#local/local-cdn.ts'
import { startSecure } from '#local/viewer/secure.ts'
import {
  type PlainServerOptions,
  type RunningServer,
  startPlain,
  usualLimits,
} from '#local/viewer/servers.ts'
import { livePort } from './live-port.ts'
import { certificateOf } from './run-certificate.ts'
import { type OpenOptions, openCdn } from './run-open.ts'
import { openRecording } from './run-record.ts'
import { requestLine } from './run-text.ts'
import { watchSources } from './run-watch.ts'
import { openBrowser, pageFolder } from './serve.ts'
import { startServer } from './server.ts'
import { exitStatus, print, tell } from './status.ts'
import { errorCode } from './system.ts'

export interface RunOptions extends OpenOptions {
  readonly port?: number
  readonly adminPort?: number
  readonly listen?: string
  readonly https: boolean
  readonly cert?: string
  readonly key?: string
  readonly watch: boolean
  readonly record?: string
  readonly format: 'text' | 'json'
  readonly open: boolean
}

const usualPort = 8080
const usualAdminPort = 8081

/** The port that was asked for; where none was, the usual one, or any that is free. */
async function onPort(
  wanted: number | undefined,
  usual: number,
  start: (port: number) => Promise<RunningServer>,
): Promise<RunningServer> {
  if (wanted !== undefined) return start(wanted)
  try {
    return await start(usual)
  } catch (error) {
    if (errorCode(error) !== 'EADDRINUSE') throw error
    return start(0)
  }
}

const onFault = (error: unknown): void =>
  tell(`A fault of ours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)

const hostText = (address: string) => (address.includes(':') ? `[${address}]` : address)

async function greet(
  cdn: LocalCdn,
  { url, admin, page }: { readonly url: string; readonly admin: string; readonly page: string | undefined },
  options: RunOptions,
): Promise<void> {
  const distributions = cdn.sites.map(({ id }) => id)
  if (options.format === 'json') {
    await print(JSON.stringify({ url, admin, ...(page !== undefined && { page }), distributions }))
    return
  }
  const names = distributions.map((id) => `“${id}”`).join(', ')
  const lines = cdn.originNames.map(
    (name) => `  origin ${name} → ${options.origin[name] ?? 'nothing: 502 (say where it is with --origin)'}`,
  )
  await print(
    [
      `${names} at ${url}, orders at ${admin}`,
      ...(page === undefined ? [] : [`  to be watched at ${page}`]),
      ...lines,
    ].join('\n'),
  )
}

const start = (cdn: LocalCdn, options: PlainServerOptions, certificate: Certificate | undefined) =>
  certificate ? startSecure(cdn, { ...options, certificate }) : startPlain(cdn, options)

/** The page on a port of its own, which shows the requests as they come. */
async function watchInPage(cdn: LocalCdn, url: string, files: readonly string[]) {
  const root = pageFolder()
  if (root === undefined) {
    tell('The page is not built, so nothing can be watched; run “npm run build” first.')
    return undefined
  }
  const { protocol, port } = new URL(url)
  const plainPort = protocol === 'http:' ? Number(port) : undefined
  const name = basename(resolve(files[0] ?? '.'))
  const live = livePort(cdn, { url, plainPort, name })
  return startServer({ root, port: 0, endpoint: cloudFrontEndpoint, live })
}

/** Serves until the process is told to end. */
export async function run(files: readonly string[], options: RunOptions): Promise<number> {
  const recording = options.record === undefined ? undefined : openRecording(options.record, files)
  const made = await openCdn(files, options, {
    ...(options.format === 'text' && { onTold: (told) => void print(requestLine(told)) }),
    ...(recording && { recording: recording.recorder }),
  })
  if (!made.ok) {
    for (const line of made.error) tell(line)
    return exitStatus.unreadable
  }
  const cdn = made.value
  const address = options.listen ?? '127.0.0.1'
  const certificate = await certificateOf(cdn, address, options)
  if (!certificate.ok) {
    tell(certificate.error)
    return exitStatus.unreadable
  }
  await recording?.begin()
  const server = await onPort(options.port, usualPort, (port) =>
    start(cdn, { port, address, limits: usualLimits, onFault }, certificate.value),
  )
  const admin = await onPort(options.adminPort, usualAdminPort, (port) => startAdmin(cdn, port, onFault))
  const url = `${certificate.value ? 'https' : 'http'}://${hostText(address)}:${server.port}`
  const page = options.open ? await watchInPage(cdn, url, files) : undefined
  await greet(cdn, { url, admin: `http://127.0.0.1:${admin.port}`, page: page?.url }, options)
  if (page) openBrowser(page.url)
  const stopWatching = options.watch ? watchSources(cdn, files, options) : () => {}
  await new Promise<void>((done) => {
    process.once('SIGINT', done)
    process.once('SIGTERM', done)
  })
  stopWatching()
  await Promise.all([server.close(), admin.close(), page?.close()])
  cdn.close()
  if (recording) tell(await recording.finish(cdn))
  return exitStatus.ok
}

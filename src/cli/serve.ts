import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cloudFrontEndpoint } from '#aws/caller.ts'
import { endpointFault } from './endpoint.ts'
import { type RunningServer, startServer } from './server.ts'
import { exitStatus, print, tell } from './status.ts'

export interface ServeOptions {
  readonly port?: number
  readonly open: boolean
  readonly endpointUrl?: string
  readonly profile?: string
}

const usualPort = 4173

/** The built page: beside the built command, in whichever folder of dist this module ended up. */
export function pageFolder(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url))
  return ['.', '..', '../..']
    .map((up) => join(here, up, 'page'))
    .find((folder) => existsSync(join(folder, 'index.html')))
}

export function openBrowser(url: string): void {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', url]
        : ['xdg-open', url]
  if (program)
    spawn(program, args, { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref()
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

/** `frontage serve`: the page and the signing proxy on loopback, until the process is told to end. */
export async function serve(options: ServeOptions): Promise<number> {
  const root = pageFolder()
  if (root === undefined) {
    tell('The page is not built; run “npm run build” first.')
    return exitStatus.unreadable
  }
  const endpoint = options.endpointUrl ?? cloudFrontEndpoint
  const fault = endpointFault(endpoint)
  if (fault !== undefined) {
    tell(fault)
    return exitStatus.unreadable
  }
  const settings = { root, endpoint, ...(options.profile !== undefined && { profile: options.profile }) }
  let server: RunningServer
  try {
    server = await startServer({ ...settings, port: options.port ?? usualPort })
  } catch (error) {
    // Without a wish any port will do; another refusal is told where the command ends.
    if (!isTaken(error) || options.port !== undefined) throw error
    server = await startServer({ ...settings, port: 0 })
  }
  await print(`Frontage is at ${server.url}`)
  if (options.open) openBrowser(server.url)
  await new Promise<void>((done) => {
    process.once('SIGINT', done)
    process.once('SIGTERM', done)
  })
  await server.close()
  return exitStatus.ok
}

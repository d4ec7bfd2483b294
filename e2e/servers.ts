/** What a worker's tests meet: the CloudFront API by ministack, and Frontage as a person starts it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { startMinistack } from '#fixtures/aws-stand-ins.ts'

export interface Servers {
  readonly url: string
  readonly aws: string
  readonly stop: () => Promise<void>
}

/** Each worker has its own, so that no test meets what another one does at the same time. */
export async function startServers(): Promise<Servers> {
  const ministack = await startMinistack()
  const frontage = spawn(
    process.execPath,
    ['bin/frontage.js', 'serve', '--port', '0', '--endpoint-url', ministack.endpoint],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    },
  )
  const stop = async () => {
    const ended = once(frontage, 'exit')
    if (frontage.kill('SIGTERM')) await ended
    await ministack.stop()
  }
  const [line] = await once(frontage.stdout, 'data', { signal: AbortSignal.timeout(60_000) }).catch(
    async (error: unknown) => {
      await stop()
      throw error
    },
  )
  const url = /http:\S+/.exec(String(line))?.[0]
  if (url !== undefined) return { url, aws: ministack.endpoint, stop }
  await stop()
  throw new Error(`Frontage did not say where it is: ${String(line)}`)
}

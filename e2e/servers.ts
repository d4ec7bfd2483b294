/** Before the tests: the CloudFront API by ministack, and Frontage as a person starts it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { startMinistack } from './aws-stand-ins.ts'

export default async function start(): Promise<() => Promise<void>> {
  const ministack = await startMinistack()
  const frontage = spawn(
    process.execPath,
    ['bin/frontage.js', 'serve', '--port', '0', '--endpoint-url', ministack.endpoint],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    },
  )
  const [line] = await once(frontage.stdout, 'data', { signal: AbortSignal.timeout(60_000) })
  const url = /http:\S+/.exec(String(line))?.[0]
  if (url === undefined) throw new Error(`Frontage did not say where it is: ${String(line)}`)
  process.env['FRONTAGE_URL'] = url
  process.env['FRONTAGE_AWS'] = ministack.endpoint
  return async () => {
    frontage.kill('SIGTERM')
    await once(frontage, 'exit')
    await ministack.stop()
  }
}

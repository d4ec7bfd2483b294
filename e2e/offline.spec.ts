/** Without a server: the page goes on, says so, and comes up again from what it kept. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from './designer.ts'

test.use({ serviceWorkers: 'allow', harmless: /Failed to load resource|ERR_CONNECTION_REFUSED/ })

test('the server stops: the page says so, goes on with every mode, and comes up again without it', async ({
  designer,
  page,
}) => {
  const server = spawn(process.execPath, ['bin/frontage.js', 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(server.stdout, 'data', { signal: AbortSignal.timeout(60_000) })
  const url = /http:\S+/.exec(String(line))?.[0] ?? ''
  await page.clock.install()
  await page.goto(url)
  await designer.openExample('Static site')
  await designer.saved()
  // The worker has kept everything once it is ready.
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    return active?.state
  })
  const kept = await page.evaluate(async () => {
    const texts: string[] = []
    for (const key of await caches.keys()) {
      const cache = await caches.open(key)
      for (const request of await cache.keys())
        if (request.url.endsWith('.html')) texts.push((await (await cache.match(request))?.text()) ?? '')
    }
    return texts
  })
  expect(kept).toHaveLength(1)
  expect(kept.join('')).not.toContain('frontage-token')

  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
  await page.clock.fastForward(25_000)
  await expect(page.getByText('The local server has stopped.')).toBeVisible()

  await page.reload()
  await expect(designer.node('Site/distribution/')).toBeVisible()
  expect(await designer.trace('/')).toContain('cloudfront')
  for (const mode of ['Functions', 'Replay', 'Ship', 'Source']) await designer.showPanel(mode)
  // The editor of the source keeps empty ones for a screen reader.
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
})

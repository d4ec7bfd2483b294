import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { pageAccount } from './page-account.ts'

/** Where a server was that has ended. */
async function leftPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  await new Promise((done) => server.close(done))
  return `http://127.0.0.1:${address.port}`
}

const gone = /The server that served this page does not answer; start it again/

test('where the server of the page has gone, the page says so and nothing of AWS', async () => {
  const { drivers, identity } = pageAccount(await leftPort(), 'token', 'page')
  await expect(identity()).rejects.toThrow(gone)
  for (const driver of [drivers.CachePolicy, drivers.Distribution])
    await expect(driver?.list?.()).rejects.toThrow(gone)
})

/** The page and its docs as static files, below a path of a host that knows nothing of them. */
import { spawnSync } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { staticFile } from '#cli/static-files.ts'
import { expect, test } from './designer.ts'

const below = '/tools/frontage'
let server: Server
let site = ''

test.beforeAll(async () => {
  expect(spawnSync(process.execPath, ['bin/site.js']).status).toBe(0)
  server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://site')
    const path = pathname.startsWith(`${below}/`) ? pathname.slice(below.length) : '/none'
    const file = await staticFile(`${process.cwd()}/dist/site`, path)
    response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' })
    response.end(file?.body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}${below}/`
})
test.afterAll(() => {
  server.close()
  server.closeAllConnections()
})

test('the page works without a server of its own, and a link shared from it opens there', async ({
  page,
}) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(site)
  await page.getByRole('button', { name: 'New design', exact: true }).click()
  await expect(page.getByRole('main', { name: 'Canvas' })).toBeVisible()
  await page.getByRole('button', { name: 'Share' }).click()
  const field = page.getByLabel('Link', { exact: true })
  await expect(field).toHaveValue(/#design=/)
  const link = await field.inputValue()
  expect(link.startsWith(site)).toBe(true)
  await page.goto('about:blank')
  await page.goto(link)
  await expect(page.getByText('Distribution').first()).toBeVisible()
  expect(faults).toEqual([])
})

test('the docs are beside it, with pictures, in both themes', async ({ page }) => {
  const missing: string[] = []
  page.on('response', (response) => response.status() >= 400 && missing.push(response.url()))
  await page.goto(`${site}docs/index.html`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Frontage')
  await page.getByRole('link', { name: 'Rules', exact: true }).first().click()
  await page.getByRole('link', { name: 'access' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('access')
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(20, 24, 30)')
  expect(missing).toEqual([])
})

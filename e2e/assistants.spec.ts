/** `frontage mcp` as an assistant meets it: the built command, over standard input and output. */
import { resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { expect, test } from './designer.ts'
import { smallSite } from './small-site.ts'

test('an assistant checks and traces over the protocol, and the command ends with its input', async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [resolve('bin/frontage.js'), 'mcp'],
    stderr: 'pipe',
  })
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(transport)
  expect(client.getServerVersion()?.name).toBe('frontage')
  const call = async (name: string, input: Readonly<Record<string, unknown>>) =>
    JSON.stringify((await client.callTool({ name, arguments: input })).content)
  expect(await call('check', { text: smallSite() })).toContain('summary')
  const request = { url: 'http://d111111abcdef8.cloudfront.net/' }
  expect(await call('trace', { text: smallSite(), request })).toContain('301')
  expect(await call('plan', { path: '../..' })).toContain('outside the folder')
  await client.close()
})

/** `frontage mcp` as an assistant meets it: the built command, over standard input and output. */
import { resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { expect, test } from './designer.ts'

const template = JSON.stringify({
  Resources: {
    Site: {
      Type: 'AWS::CloudFront::Distribution',
      Properties: {
        DistributionConfig: {
          Enabled: true,
          Origins: [
            {
              Id: 'web',
              DomainName: 'origin.example.com',
              CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
            },
          ],
          DefaultCacheBehavior: {
            TargetOriginId: 'web',
            ViewerProtocolPolicy: 'redirect-to-https',
            CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
          },
        },
      },
    },
  },
})

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
  expect(await call('check', { text: template })).toContain('summary')
  const request = { url: 'http://d111111abcdef8.cloudfront.net/' }
  expect(await call('trace', { text: template, request })).toContain('301')
  expect(await call('plan', { path: '../..' })).toContain('outside the folder')
  await client.close()
})

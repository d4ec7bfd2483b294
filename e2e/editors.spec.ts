/** `frontage lsp` as an editor meets it: the built command, over standard input and output. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { expect, test } from './designer.ts'

const template = `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: web
            DomainName: origin.example.com
            CustomOriginConfig: { OriginProtocolPolicy: https-only }
        DefaultCacheBehavior:
          TargetOriginId: wbe
          ViewerProtocolPolicy: redirect-to-https
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`

test('an editor is told of a fault, of its end after a key, and the command ends when it is told to', async () => {
  const child = spawn(process.execPath, [resolve('bin/frontage.js'), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const heard: PublishDiagnosticsParams[] = []
  let wake: (() => void) | undefined
  client.onNotification('textDocument/publishDiagnostics', (given: PublishDiagnosticsParams) => {
    heard.push(given)
    wake?.()
  })
  const found = async (version: number) => {
    for (;;) {
      const given = heard.find((one) => one.version === version)
      if (given) return given.diagnostics
      await new Promise<void>((done) => {
        wake = done
      })
    }
  }
  client.listen()
  const uri = 'file:///project/cdn.yaml'
  await client.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} })
  await client.sendNotification('initialized', {})
  const textDocument = { uri, languageId: 'yaml', version: 1, text: template }
  await client.sendNotification('textDocument/didOpen', { textDocument })
  expect((await found(1)).map(({ severity }) => severity)).toContain(1)

  const line = template.split('\n').findIndex((text) => text.includes('wbe'))
  const range = { start: { line, character: 26 }, end: { line, character: 29 } }
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range, text: 'web' }],
  })
  expect((await found(2)).filter(({ severity }) => severity === 1)).toEqual([])

  await client.sendRequest('shutdown')
  await client.sendNotification('exit')
  expect(await exited).toEqual([0, null])
  client.dispose()
})

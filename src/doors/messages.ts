/** What other programs say: editors, assistants, and our own workers, whose answers may be cut short. */
import { TextDocument } from 'vscode-languageserver-textdocument'
import { Session } from '#cli/lsp/session.ts'
import { tools } from '#cli/mcp/tools/index.ts'
import { RemoteShard, type ShardReply } from '#core/replay/serve/remote-shard.ts'
import { createWorkerRunner, type WorkerLike } from '#sandbox/worker-runner.ts'
import { type Door, jsonOf, textOf } from './door.ts'

const yaml = `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{ Id: web, DomainName: origin.example.com }]
        CacheBehaviors: [{ PathPattern: /a/*, TargetOriginId: web }]
        DefaultCacheBehavior: { TargetOriginId: web, ViewerProtocolPolicy: allow-all }
`
const uri = 'untitled:cdn.yaml'

async function edit(text: string): Promise<void> {
  const session = new Session()
  const document = TextDocument.create(uri, 'yaml', 1, text)
  session.take(document)
  await session.check(uri)
  const textDocument = { uri }
  for (const share of [0.2, 0.6, 0.95]) {
    const position = document.positionAt(Math.floor(text.length * share))
    session.hover({ textDocument, position })
    session.complete({ textDocument, position }, text.split('\n'))
    session.define({ textDocument, position })
  }
  session.lenses(uri)
}

/** A tool's input that does not fit is refused by its schema; anything else that it throws is ours. */
async function ask(value: unknown): Promise<void> {
  const allowed = { root: '/nonexistent' } as const
  for (const tool of tools)
    try {
      await tool.run(value, allowed)
    } catch (error) {
      if (!(error instanceof Error && error.name === 'ZodError')) throw error
    }
}

function answering(message: unknown): WorkerLike {
  const worker: WorkerLike = {
    onmessage: null,
    onmessageerror: null,
    terminate: () => undefined,
    postMessage: () =>
      queueMicrotask(() => worker.onmessage?.(new MessageEvent('message', { data: message }))),
  }
  return worker
}

export const messageDoors: readonly Door[] = [
  {
    name: 'texts of an editor',
    passing: [
      yaml,
      JSON.stringify({ Resources: { Site: { Type: 'AWS::CloudFront::Distribution', Properties: {} } } }),
    ],
    enter: (bytes) => edit(textOf(bytes)),
  },
  {
    name: 'calls of an assistant',
    passing: [
      JSON.stringify({
        text: yaml,
        url: 'https://d111111abcdef8.cloudfront.net/a/b',
        distribution: 'Site',
        to: 'terraform',
        profile: 'all',
        rule: 'behavior/unreachable',
        parameters: { A: 'b' },
        headers: { A: 'b' },
      }),
    ],
    enter: (bytes) => ask(jsonOf(bytes)),
  },
  {
    name: 'answers of the sandbox’s worker',
    passing: [
      '{"id":1,"begins":true}',
      '{"id":1,"outcome":{"ok":true,"value":1,"logs":[]}}',
      '{"broken":true}',
    ],
    enter: async (bytes) => {
      const runner = createWorkerRunner(() => answering(jsonOf(bytes)), { patience: 5, longest: 5 })
      await runner.run({ language: 'nodejs', code: '', handler: 'handler', event: {}, now: 0 })
      runner.dispose()
    },
  },
  {
    name: 'answers of a replay’s worker',
    passing: [
      '{"kind":"progress","progress":{"done":1,"requests":2}}',
      '{"kind":"served","result":{}}',
      '{"kind":"failed","message":"a"}',
    ],
    enter: (bytes) => {
      const shard = new RemoteShard({ post: () => undefined, terminate: () => undefined }, () => undefined)
      shard.survey().catch(() => undefined)
      shard.take(jsonOf(bytes) as ShardReply)
    },
  },
]

import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { readTextTree } from '#core/formats/text-tree.ts'
import { Session } from './session.ts'

const uri = 'untitled:site.yaml'

const site = (index: number) => `  Site${index}:
    Type: AWS::CloudFront::Distribution
    Condition: IsMade
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: !Sub 'Site ${index} for \${Env}'
        Origins:
          - Id: web
            DomainName: www.example.com
            CustomOriginConfig: { OriginProtocolPolicy: http-only }
          - Id: unused
            DomainName: !If [IsMade, files.example.com, other.example.com]
            CustomOriginConfig:
              OriginProtocolPolicy: https-only
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: allow-all
          CachePolicyId: !Ref Policy
`
const template = `Parameters:
  Env: { Type: String, Default: prod }
Conditions:
  IsMade: !Equals [!Ref Env, prod]
Resources:
  Policy:
    Type: AWS::CloudFront::CachePolicy
    Properties:
      CachePolicyConfig:
        Name: site
        MinTTL: 1
        DefaultTTL: 60
        MaxTTL: 600
${Array.from({ length: 30 }, (_, index) => site(index)).join('')}`

/** Each begins where the one before has ended. */
const edits: readonly (readonly [string, string])[] = [
  ['Comment: !Sub', 'Comment: !Sup'],
  ['Comment: !Sup', 'Comment: !Sub'],
  ['Site7:', 'Home:'],
  ['Default: prod', 'Default: test'],
  ['Default: test', 'Default: prod'],
  ['Resources:\n', 'Resources:\n  # frontage-ignore origin/unused: kept for later\n'],
  ['          - Id: unused\n', ''],
  ['CachePolicyId: !Ref Policy', 'CachePolicyId: !Ref Polic'],
  ['  Policy:\n', '  Policies:\n'],
  ['Enabled: true', 'Enabled: "true'],
  ['Enabled: "true', 'Enabled: yes'],
  ['Equals [!Ref Env, prod]', 'Equals [!Ref Env, dev]'],
]

/** Puts the last place of a text that says something in other words. */
function put(text: string, from: string, to: string): string {
  const at = text.lastIndexOf(from)
  return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length)
}

test('what is found after each key press is what a session that sees the text for the first time finds', async () => {
  const typed = new Session()
  let text = template
  let version = 0
  for (const [from, to] of [['', ''], ...edits] as const) {
    text = put(text, from, to)
    version += 1
    const document = TextDocument.create(uri, 'yaml', version, text)
    typed.take(document)
    const found = await typed.check(uri)
    // Nothing of the text is known any more once another one was read.
    expect(readTextTree(`x: 1\n${'# more\n'.repeat(9000)}`).ok).toBe(true)
    const fresh = new Session()
    fresh.take(document)
    expect(found, to).toEqual(await fresh.check(uri))
  }
})

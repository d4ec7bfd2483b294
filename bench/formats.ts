/**
 * Opening and saving a template of a megabyte, beside the bare parse of the same text by the same YAML library in the
 * same run, and one key press of an editor in it: `node bench/run.js formats`.
 */
import { TextDocument } from 'vscode-languageserver-textdocument'
import { parse } from 'yaml'
import { Session } from '#cli/lsp/session.ts'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { readTextTree } from '#core/formats/text-tree.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { medianRun } from './processor-time.ts'

const behavior = (index: number) => `          - PathPattern: /part-${index}/*
            TargetOriginId: origin-${index % 5}
            ViewerProtocolPolicy: redirect-to-https # never plain
            AllowedMethods: [GET, HEAD, OPTIONS]
            Compress: true
            CachePolicyId: !Ref Policy${index % 7}
            FunctionAssociations:
              - EventType: viewer-request
                FunctionARN: !GetAtt Rewrite.FunctionARN`
const origin = (index: number) => `          - Id: origin-${index}
            DomainName: !Sub '\${Files${index}}.s3.\${AWS::Region}.amazonaws.com'
            OriginAccessControlId: !GetAtt Access.Id
            S3OriginConfig:
              OriginAccessIdentity: ''`
const site = (index: number) => `  Site${index}:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: !Sub 'Site ${index} of \${AWS::StackName}'
        HttpVersion: http2and3
        IPV6Enabled: true
        PriceClass: !If [IsProd, PriceClass_All, PriceClass_100]
        Origins:
${Array.from({ length: 5 }, (_, at) => origin(at)).join('\n')}
        DefaultCacheBehavior:
          TargetOriginId: origin-0
          ViewerProtocolPolicy: redirect-to-https
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
        CacheBehaviors:
${Array.from({ length: 20 }, (_, at) => behavior(at)).join('\n')}
`
const policy = (index: number) => `  Policy${index}:
    Type: AWS::CloudFront::CachePolicy
    Properties:
      CachePolicyConfig:
        Name: !Sub '\${AWS::StackName}-${index}'
        MinTTL: 1
        DefaultTTL: 60
        MaxTTL: 600
        ParametersInCacheKeyAndForwardedToOrigin:
          EnableAcceptEncodingGzip: true
          HeadersConfig: { HeaderBehavior: none }
          CookiesConfig: { CookieBehavior: none }
          QueryStringsConfig: { QueryStringBehavior: all }
`

function template(bytes: number): string {
  const head = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Env: { Type: String, Default: prod }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  Access:
    Type: AWS::CloudFront::OriginAccessControl
    Properties:
      OriginAccessControlConfig: { Name: site, OriginAccessControlOriginType: s3, SigningBehavior: always, SigningProtocol: sigv4 }
  Rewrite:
    Type: AWS::CloudFront::Function
    Properties:
      Name: rewrite
      FunctionConfig: { Comment: '', Runtime: cloudfront-js-2.0 }
      FunctionCode: |
        function handler(event) {
          return event.request
        }
`
  const parts = [head, ...Array.from({ length: 7 }, (_, index) => policy(index))]
  for (let index = 0; index < 5; index += 1) parts.push(`  Files${index}: { Type: AWS::S3::Bucket }\n`)
  for (let length = parts.join('').length, index = 0; length < bytes; index += 1) {
    const next = site(index)
    parts.push(next)
    length += next.length
  }
  return parts.join('')
}

/** Milliseconds: the median of the rounds after two to warm up; a peer and we take turns. */
function turns(rounds: number, runs: readonly (() => void)[]): number[] {
  const times = runs.map((): number[] => [])
  for (let round = -2; round < rounds; round += 1)
    for (const [index, run] of runs.entries()) {
      const start = performance.now()
      run()
      if (round >= 0) times[index]?.push(performance.now() - start)
    }
  return times.map((list) => list.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN)
}

const ofYaml = template(1024 * 1024)

/** A text that is none of those that are measured: what was read last is remembered. */
const other = `x: 1\n${'# nothing of it\n'.repeat(2000)}`

function open(text: string) {
  readTextTree(other)
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}
const save = (text: string) => {
  const { document, format } = open(text)
  if (writeFormat(format.id, document).text !== text)
    throw new Error('An unedited save must be the same bytes.')
}
const edit = (text: string) => {
  const { document, format } = open(text)
  const [first] = distributionsIn(document)
  if (!first) throw new Error('There is no distribution.')
  writeFormat(format.id, applyEdit(document, setAt([...first.path, 'Comment'], 'edited'))).text
}
const toJson = (text: string) => writeFormat('cloudformation-json', open(text).document).text
const known = { logLevel: 'silent' } as const

const [bare = 0, saved = 0, edited = 0, converted = 0] = turns(7, [
  () => parse(ofYaml, known),
  () => save(ofYaml),
  () => edit(ofYaml),
  () => toJson(ofYaml),
])
const size = (ofYaml.length / 1024 / 1024).toFixed(2)
console.log('| what | ms | × the bare parse |\n| --- | --- | --- |')
for (const [what, time] of [
  [`bare YAML parse of ${size} MB (yaml)`, bare],
  ['open and save unedited', saved],
  ['open, edit one field, save', edited],
  ['open and export as JSON', converted],
] as const)
  console.log(`| ${what} | ${time.toFixed(0)} | ${(time / bare).toFixed(2)} |`)

/** One more letter in a comment in the middle of the text, to all that is found in it: what `frontage lsp` does. */
async function keyPress(): Promise<() => Promise<void>> {
  const session = new Session()
  const at = ofYaml.indexOf('Comment: ', ofYaml.length / 2) + 14
  let version = 0
  const key = async () => {
    version += 1
    const text = ofYaml.slice(0, at) + 'x'.repeat(version) + ofYaml.slice(at)
    session.take(TextDocument.create('untitled:site.yaml', 'yaml', version, text))
    await session.check('untitled:site.yaml')
  }
  await key()
  return key
}
const pressed = (await medianRun(3, await keyPress())) / 1000
const parsed = (await medianRun(3, () => parse(ofYaml, known))) / 1000
console.log(`\n| processor time | ms |\n| --- | --- |`)
console.log(`| a key press in the editor, to the findings | ${pressed.toFixed(0)} |`)
console.log(`| bare YAML parse of the text | ${parsed.toFixed(0)} |`)

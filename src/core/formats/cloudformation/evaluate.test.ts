// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how CloudFormation writes the variables of a Sub.
/** What each intrinsic function gives, in its short and its long form. */
import { expect, test } from 'vitest'
import { readTextTree } from '#core/formats/text-tree.ts'
import type { Tree } from '#core/formats/tree.ts'
import { createEvaluator } from './evaluate.ts'
import { isTreeMap, scopeOf } from './scope.ts'

const surroundings = `
Parameters:
  Env: { Type: String, Default: prod }
  Names: { Type: CommaDelimitedList, Default: 'a.example.com, b.example.com' }
  Domain: { Type: String }
  Size: { Type: String, AllowedValues: [small, large] }
  Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /site/name }
Mappings:
  Envs:
    prod: { ttl: 300, aliases: [x.example.com, y.example.com] }
    dev: { ttl: 0 }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: !Not [!Condition IsProd]
  IsHere: !Equals [!Ref AWS::Region, us-east-1]
  Both: !And [!Condition IsProd, !Condition IsDev]
  Either: !Or [!Condition IsDev, !Condition IsHere]
  Any: !Or [!Condition IsProd, !Condition IsHere]
  Loop: !Not [!Condition Pool]
  Pool: !Not [!Condition Loop]
Resources:
  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: my-site } }
  Policy: { Type: AWS::CloudFront::CachePolicy }
  Edge: { Type: AWS::CloudFront::Function }
  Handler: { Type: AWS::Serverless::Function }
  Url: { Type: AWS::Lambda::Url }
`

function evaluate(expression: string, parameters: Record<string, string> = {}) {
  const read = readTextTree(`${surroundings}\nValue: ${expression.trim()}\n`)
  if (!read.ok || !isTreeMap(read.value.root)) throw new Error(JSON.stringify(read))
  const { root } = read.value
  const evaluator = createEvaluator(scopeOf(root, parameters), read.value)
  return { value: evaluator.evaluate(root['Value'] as Tree), faults: evaluator.faults }
}
const unknownLike = (like: string) => expect.objectContaining({ unknown: expect.any(String), like })
const isUnknownExpression = expect.objectContaining({ unknown: expect.any(String) })

const cases: readonly (readonly [expression: string, value: unknown])[] = [
  ['!Ref Env', 'prod'],
  ['{ Ref: Env }', 'prod'],
  ['!Ref Names', ['a.example.com', 'b.example.com']],
  ['!Ref Policy', { ref: 'Policy' }],
  ['!Ref Bucket', { ref: 'Bucket' }],
  ['!Ref Handler.Version', { ref: 'Handler', attribute: 'Version' }],
  ['!Ref AWS::Partition', 'aws'],
  ['!Ref AWS::NoValue', undefined],
  ['!Ref AWS::Region', unknownLike('us-east-1')],
  ['!Ref Size', unknownLike('small')],
  ['!Ref Stored', isUnknownExpression],

  ['!GetAtt Policy.Id', { ref: 'Policy' }],
  ['!GetAtt [Bucket, RegionalDomainName]', { ref: 'Bucket', attribute: 'RegionalDomainName' }],
  ['{ "Fn::GetAtt": [Bucket, RegionalDomainName] }', { ref: 'Bucket', attribute: 'RegionalDomainName' }],
  ['{ "Fn::GetAtt": Bucket.RegionalDomainName }', { ref: 'Bucket', attribute: 'RegionalDomainName' }],
  ['!GetAtt Edge.FunctionMetadata.FunctionARN', { ref: 'Edge' }],
  ['!GetAtt Edge.Stage', { ref: 'Edge', attribute: 'Stage' }],

  ['!If [IsProd, 1, 2]', 1],
  ['{ "Fn::If": [IsDev, 1, 2] }', 2],
  ['!If [IsDev, 1, !Ref AWS::NoValue]', undefined],
  ['!If [IsProd, !If [IsDev, a, b], c]', 'b'],
  ['!If [IsHere, near, far]', unknownLike('near')],
  ['[!If [IsDev, a, !Ref AWS::NoValue], b]', ['b']],
  ['{ A: !If [IsDev, a, !Ref AWS::NoValue], B: b }', { B: 'b' }],
  ['{ A: { B: !Ref AWS::NoValue } }', { A: {} }],
  ['!If [Both, 1, 2]', 2],
  ['!If [Either, 1, 2]', isUnknownExpression],
  ['!If [Any, 1, 2]', 1],
  ['!If [Loop, 1, 2]', isUnknownExpression],

  ['!Sub "${Env}.example.com"', 'prod.example.com'],
  ['{ "Fn::Sub": "${Env}.example.com" }', 'prod.example.com'],
  ['!Sub ["${A}-${Env}-${B}", { A: !Ref Env, B: !FindInMap [Envs, prod, ttl] }]', 'prod-prod-300'],
  ['{ "Fn::Sub": ["${A}", { A: { Ref: Env } }] }', 'prod'],
  ['!Sub "${!Literal} ${Env}"', '${Literal} prod'],
  ['!Sub "${Policy}"', { ref: 'Policy' }],
  ['!Sub "${Bucket.RegionalDomainName}"', { ref: 'Bucket', attribute: 'RegionalDomainName' }],
  ['!Sub "${Bucket}.s3.${AWS::Region}.amazonaws.com"', unknownLike('my-site.s3.us-east-1.amazonaws.com')],
  ['!Sub "www.${Domain}"', unknownLike('www.domain')],
  ['!Sub no variables', 'no variables'],

  ['!Join [".", [www, !Ref Env, com]]', 'www.prod.com'],
  ['{ "Fn::Join": ["", [a, { Ref: AWS::NoValue }, b]] }', 'ab'],
  ['!Join [",", !Ref Names]', 'a.example.com,b.example.com'],
  ['!Join ["/", [!GetAtt Bucket.DomainName, x]]', unknownLike('my-site.s3.amazonaws.com/x')],

  ['!Select [1, [a, b]]', 'b'],
  ['!Select ["0", !Ref Names]', 'a.example.com'],
  ['!Select [5, [a]]', isUnknownExpression],
  ['!Split ["-", a-b]', ['a', 'b']],
  ['!Select [1, !Split ["-", !Sub "x-${Env}"]]', 'prod'],
  [
    '{ "Fn::Select": [2, { "Fn::Split": ["/", { "Fn::GetAtt": [Url, FunctionUrl] }] }] }',
    unknownLike('url.lambda-url.us-east-1.on.aws'),
  ],
  [
    '!Select [0, !Split ["/", !Select [1, !Split ["//", !GetAtt Bucket.WebsiteURL]]]]',
    unknownLike('my-site.s3-website-us-east-1.amazonaws.com'),
  ],
  ['!Split [",", !Ref Domain]', isUnknownExpression],

  ['!FindInMap [Envs, !Ref Env, ttl]', 300],
  ['{ "Fn::FindInMap": [Envs, { Ref: Env }, aliases] }', ['x.example.com', 'y.example.com']],
  ['!FindInMap [Envs, stage, ttl, { DefaultValue: 60 }]', 60],
  ['!FindInMap [Envs, !Ref AWS::Region, ttl]', unknownLike('300')],

  ['!ImportValue site-bucket', isUnknownExpression],
  ['{ "Fn::ImportValue": { "Fn::Sub": "${Env}-bucket" } }', isUnknownExpression],
  ['!GetAZs ""', isUnknownExpression],
  ['!Cidr ["10.0.0.0/16", 2, 8]', isUnknownExpression],
  ['!Base64 text', isUnknownExpression],
  ['{ "Fn::Transform": { Name: AWS::Include, Parameters: { Location: s3://b/k } } }', isUnknownExpression],
  ['{ "Fn::ForEach::Loop": [Name, [a, b], { "${Name}": { Ref: Name } }] }', isUnknownExpression],
  ['!Length [a, b, c]', 3],
  ['{ "Fn::Length": { Ref: Names } }', 2],
  ['!ToJsonString { A: [!Ref Env] }', '{"A":["prod"]}'],
  ['{ "Fn::ToJsonString": { A: { Ref: Bucket } } }', isUnknownExpression],

  ['!Equals [a, a]', true],
  ['!Not [!Equals [a, b]]', true],
  ['!And [!Equals [a, a], !Equals [a, b]]', false],
  ['!Or [!Equals [a, a], !Equals [!Ref Domain, b]]', true],
  ['{ Condition: IsProd }', true],
]

test.each(cases)('%s', (expression, value) => {
  expect(evaluate(expression).value).toEqual(value)
})

test('a parameter that was given replaces its default, and decides conditions', () => {
  expect(evaluate('!If [IsProd, 1, 2]', { Env: 'dev' }).value).toBe(2)
  expect(evaluate('!If [IsHere, 1, 2]', { 'AWS::Region': 'us-east-1' }).value).toBe(1)
})

test('an expression that stays one keeps its source and the resources that it names', () => {
  expect(evaluate('!Cidr [!GetAtt Bucket.Arn, 2]').value).toEqual({
    unknown: '!Cidr [!GetAtt Bucket.Arn, 2]',
    expression: { 'Fn::Cidr': [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, 2] },
    refs: ['Bucket'],
  })
})

test('a loop or a macro beside other fields is kept as it stands', () => {
  expect(evaluate('{ A: 1, "Fn::ForEach::X": [N, [a], { "${N}": { Ref: N } }] }').value).toEqual({
    A: 1,
    'Fn::ForEach::X': ['N', ['a'], { '${N}': { Ref: 'N' } }],
  })
})

test.each([
  ['!Ref Nothing', 'missing', 'Nothing'],
  ['!GetAtt Nothing.Arn', 'missing', 'Nothing'],
  ['!Sub "a${Nothing}"', 'missing', 'Nothing'],
  ['!If [NoCondition, a, b]', 'missing', 'NoCondition'],
  ['!FindInMap [Envs, prod, nothing]', 'missing', 'Envs.prod.nothing'],
  ['!If [Loop, a, b]', 'circular', 'Loop'],
  ['{ A: }', 'null', 'A'],
])('%s is told as %s', (expression, kind, name) => {
  expect(evaluate(expression).faults).toEqual([expect.objectContaining({ kind, name })])
})

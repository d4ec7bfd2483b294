/** A CDK stack in TypeScript: CloudFormation's own constructs, which can say all that a template says. */
import { toTemplate } from '#core/formats/cloudformation/to-template.ts'
import { defineFormat, type Format, type Written } from '#core/formats/format.ts'
import type { Tree, TreeMap } from '#core/formats/text-tree.ts'
import type { DesignDocument } from '#core/model/document.ts'

const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

/** `IPV6Enabled` → `ipv6Enabled`, as the CDK names CloudFormation's properties. */
export const camelCase = (name: string): string =>
  name
    .replace(/^IPV6/, 'Ipv6')
    .replace(
      /([A-Z])([A-Z]+)(?=[A-Z][a-z]|$|\d)/g,
      (_, first: string, rest: string) => first + rest.toLowerCase(),
    )
    .replace(/^[A-Z]/, (first) => first.toLowerCase())

const quoted = (text: string) =>
  `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`
const keyText = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key))
const functionIn = (tree: TreeMap): string | undefined => {
  const [name, ...others] = Object.keys(tree)
  return others.length === 0 && (name === 'Ref' || name?.startsWith('Fn::')) ? name : undefined
}

type Naming = (name: string) => string
const asIs: Naming = (name) => name

function callText(name: string, argument: Tree, indent: string): string {
  if (name === 'Ref') return `cdk.Fn.ref(${quoted(String(argument))})`
  if (name === 'Fn::GetAtt' && Array.isArray(argument) && argument.every((part) => typeof part === 'string'))
    return `cdk.Fn.getAtt(${argument.map((part) => quoted(String(part))).join(', ')}).toString()`
  if (name === 'Fn::Sub' && typeof argument === 'string') return `cdk.Fn.sub(${quoted(argument)})`
  return `cdk.Token.asString({ ${quoted(name)}: ${valueText(argument, asIs, indent, false)} })`
}

function valueText(tree: Tree, naming: Naming, indent: string, calls = true): string {
  const inner = `${indent}  `
  if (typeof tree === 'string') return quoted(tree)
  if (Array.isArray(tree)) {
    if (tree.length === 0) return '[]'
    const items = tree.map((item) => valueText(item, naming, inner, calls))
    const short = `[${items.join(', ')}]`
    return short.length < 80 && !short.includes('\n')
      ? short
      : `[\n${items.map((item) => `${inner}${item},\n`).join('')}${indent}]`
  }
  if (!isMap(tree)) return String(tree)
  const call = calls ? functionIn(tree) : undefined
  if (call !== undefined) return callText(call, tree[call] ?? null, indent)
  const entries = Object.entries(tree)
  if (entries.length === 0) return '{}'
  const lines = entries.map(
    ([key, value]) => `${inner}${keyText(naming(key))}: ${valueText(value, naming, inner, calls)},\n`,
  )
  return `{\n${lines.join('')}${indent}}`
}

const prefix = 'AWS::CloudFront::'

function resourceText(id: string, resource: TreeMap): string {
  const { Type: type, Properties: properties = {}, ...more } = resource
  const indent = '    '
  if (typeof type === 'string' && type.startsWith(prefix) && Object.keys(more).length === 0) {
    const { Tags: tags, ...own } = isMap(properties) ? properties : {}
    const cased = valueText(
      { ...own, ...(tags !== undefined && { tags: lowerTags(tags) }) },
      camelCase,
      indent,
    )
    return `${indent}new cloudfront.Cfn${type.slice(prefix.length)}(this, ${quoted(id)}, ${cased});`
  }
  const whole = valueText({ type: type ?? '', properties }, asIs, indent)
  const created = `new cdk.CfnResource(this, ${quoted(id)}, ${whole})`
  const overrides = Object.entries(more).map(
    ([key, value]) => `.addOverride(${quoted(key)}, ${valueText(value, asIs, indent)})`,
  )
  return `${indent}${created}${overrides.slice(0, 1).join('')};`
}

const lowerTags = (tags: Tree): Tree =>
  Array.isArray(tags)
    ? tags.map((tag) => (isMap(tag) ? { key: tag['Key'] ?? '', value: tag['Value'] ?? '' } : tag))
    : tags

/** The names that a template's expressions use and nothing in it declares. */
function undeclared(tree: Tree, declared: ReadonlySet<string>, found: Set<string>): Set<string> {
  if (Array.isArray(tree)) for (const item of tree) undeclared(item, declared, found)
  if (!isMap(tree)) return found
  const { Ref: name } = tree
  if (typeof name === 'string' && !declared.has(name) && !name.startsWith('AWS::')) found.add(name)
  for (const child of Object.values(tree)) undeclared(child, declared, found)
  return found
}

function outputText(id: string, output: Tree): string {
  const { Description: description = '', Value: value = '' } = isMap(output) ? output : {}
  return `    new cdk.CfnOutput(this, ${quoted(id)}, ${valueText({ description, value }, asIs, '    ')});`
}

function write(document: DesignDocument): Written {
  const { template, losses } = toTemplate(document)
  const { Resources: declared, Parameters: given, Outputs: outputs } = template
  const resources = isMap(declared) ? declared : {}
  const parameters = undeclared(resources, new Set(Object.keys(resources)), new Set<string>())
  for (const name of Object.keys(isMap(given) ? given : {})) parameters.add(name)
  const lines = [
    ...[...parameters].map((name) => `    new cdk.CfnParameter(this, ${quoted(name)});`),
    ...Object.entries(resources).map(([id, resource]) => (isMap(resource) ? resourceText(id, resource) : '')),
    ...Object.entries(isMap(outputs) ? outputs : {}).map(([id, output]) => outputText(id, output)),
  ]
  const text = `import * as cdk from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';

export class DesignStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

${lines.filter((line) => line !== '').join('\n\n')}
  }
}
`
  return { text, losses }
}

export const cdk: Format = defineFormat({
  id: 'cdk',
  label: 'CDK (TypeScript)',
  family: 'cdk',
  fileNames: ['design-stack.ts'],
  write,
})

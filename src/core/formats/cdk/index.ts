/**
 * A CDK stack in TypeScript: the library's own constructs where they say exactly what the template says,
 * CloudFormation's where they do not. Every resource keeps its logical ID, so that the stack can take over a template's.
 */
import { toTemplate } from '#core/formats/cloudformation/to-template.ts'
import { defineFormat, type Written } from '#core/formats/format.ts'
import { isSame } from '#core/formats/same.ts'
import type { Tree, TreeMap } from '#core/formats/text-tree.ts'
import { unknownFieldNotes } from '#core/formats/unknown-fields.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { type Construct, constructKinds } from './constructs.ts'
import { camelCase, isMap, quoted, ValueText } from './value-text.ts'

const prefix = 'AWS::CloudFront::'
const indent = '    '

/** A resource that is one of the library's constructs. */
interface Named {
  readonly id: string
  readonly variable: string
  readonly type: string
  readonly construct: Construct
}

const taken = new Set([
  'scope',
  'id',
  'props',
  'cdk',
  'cloudfront',
  'named',
  'this',
  'default',
  'function',
  'delete',
  'new',
])

function variableName(id: string): string {
  const name = camelCase(id.replace(/[^A-Za-z0-9]/g, '')).replace(/^(?=\d)/, '_')
  return taken.has(name) ? `${name}_` : name
}

function constructsIn(resources: TreeMap): Named[] {
  const used = new Set<string>()
  return Object.keys(constructKinds).flatMap((type) =>
    Object.entries(resources).flatMap(([id, resource]): Named[] => {
      if (!isMap(resource) || resource['Type'] !== type || Object.keys(resource).length > 2) return []
      const properties = isMap(resource['Properties']) ? resource['Properties'] : {}
      const construct = constructKinds[type]?.read(properties)
      const variable = variableName(id)
      if (!construct || !isSame(construct.synthesizes, properties) || used.has(variable)) return []
      used.add(variable)
      return [{ id, variable, type, construct }]
    }),
  )
}

/** The constructs' outputs by the expressions that they stand for. */
const outputsOf = (constructs: readonly Named[]): Map<string, string> =>
  new Map(
    constructs.flatMap(({ id, variable, type }) =>
      Object.entries(constructKinds[type]?.outputs ?? {}).map(([property, expression]): [string, string] => [
        JSON.stringify(expression(id)),
        `${variable}.${property}`,
      ]),
    ),
  )

function constructText({ id, variable, construct }: Named, isUsed: boolean): string {
  const props = construct.props.map(([name, code]) => `${indent}  ${name}: ${code},\n`).join('')
  const made = `named(${quoted(id)}, new cloudfront.${construct.name}(this, ${quoted(id)}, {\n${props}${indent}}))`
  return isUsed ? `${indent}const ${variable} = ${made};` : `${indent}${made};`
}

const camelKeys = (tree: Tree): Tree => {
  if (Array.isArray(tree)) return tree.map(camelKeys)
  if (!isMap(tree) || 'Ref' in tree || Object.keys(tree).some((key) => key.startsWith('Fn::'))) return tree
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [camelCase(key), camelKeys(value)]))
}

function resourceText(id: string, resource: TreeMap, isTyped: boolean, values: ValueText): string {
  const { Type: type, Properties: properties = {}, ...more } = resource
  if (isTyped && typeof type === 'string' && Object.keys(more).length === 0) {
    const { Tags: tags, ...own } = isMap(properties) ? properties : {}
    const cased = values.typed({ ...own, ...(tags !== undefined && { tags: camelKeys(tags) }) }, indent)
    return `${indent}new cloudfront.Cfn${type.slice(prefix.length)}(this, ${quoted(id)}, ${cased});`
  }
  const whole = values.plain({ type: type ?? '', properties }, indent)
  const created = `${indent}new cdk.CfnResource(this, ${quoted(id)}, ${whole})`
  const overrides = Object.entries(more).map(
    ([key, value]) => `.addOverride(${quoted(key)}, ${values.plain(value, indent)})`,
  )
  return overrides.length === 0
    ? `${created};`
    : overrides.length === 1
      ? `${created}${overrides[0]};`
      : `${indent}const ${variableName(id)} = ${created.trimStart()};\n${overrides.map((call) => `${indent}${variableName(id)}${call};`).join('\n')}`
}

/** The names that a template's expressions use and nothing in it declares. */
function undeclared(tree: Tree, declared: ReadonlySet<string>, found: Set<string>): Set<string> {
  if (Array.isArray(tree)) for (const item of tree) undeclared(item, declared, found)
  if (!isMap(tree)) return found
  const { Ref: name } = tree
  if (typeof name === 'string' && !declared.has(name) && !name.startsWith('AWS::')) found.add(name)
  for (const child of Object.values(tree)) undeclared(child, declared, found)
  return found
}

function parameterText(id: string, declaration: Tree | undefined, values: ValueText): string {
  const { Type: type, Description: description, Default: like } = isMap(declaration) ? declaration : {}
  const props: TreeMap = {
    ...(type !== undefined && type !== 'String' && { type }),
    ...(description !== undefined && { description }),
    ...(like !== undefined && { default: like }),
  }
  const more = Object.keys(props).length === 0 ? '' : `, ${values.plain(props, indent)}`
  return `${indent}new cdk.CfnParameter(this, ${quoted(id)}${more});`
}

function outputText(id: string, output: Tree, values: ValueText): string {
  const { Description: description = '', Value: value = '' } = isMap(output) ? output : {}
  return `${indent}new cdk.CfnOutput(this, ${quoted(id)}, ${values.plain({ description, value }, indent)});`
}

/** The ids of CloudFront's resources that the library's types can hold: all of whose fields are known. */
function typedIds(document: DesignDocument): Set<string> {
  const ids = Object.entries(document.resources).flatMap(([id, resource]) => {
    if (resource.type.includes('::') || resource.type === 'StreamingDistribution') return []
    // The library takes the tags of this one in no form (2.276).
    if (resource.type === 'AnycastIpList' && 'tags' in resource) return []
    // A type without colons is one of CloudFront's own.
    const type = resource.type as Parameters<typeof unknownFieldNotes>[0]
    return unknownFieldNotes(type, resource.config, []).length === 0 ? [id.replace(/[^A-Za-z0-9]/g, '')] : []
  })
  return new Set(ids)
}

const helper = `/** Gives a construct the logical ID that the template has. */
function named<T extends Construct>(logicalId: string, construct: T): T {
  (construct.node.defaultChild as cdk.CfnResource).overrideLogicalId(logicalId);
  return construct;
}

`

const mapAt = (template: TreeMap, name: string): TreeMap => {
  const found = template[name]
  return isMap(found) ? found : {}
}

function write(document: DesignDocument): Written {
  const { template, losses } = toTemplate(document)
  const [resources, given, outputs] = [
    mapAt(template, 'Resources'),
    mapAt(template, 'Parameters'),
    mapAt(template, 'Outputs'),
  ]
  const parameters = undeclared(resources, new Set(Object.keys(resources)), new Set(Object.keys(given)))
  const constructs = constructsIn(resources)
  const values = new ValueText(outputsOf(constructs))
  const typed = typedIds(document)
  const isConstruct = new Set(constructs.map(({ id }) => id))
  const rest = [
    ...Object.entries(resources)
      .filter(([id]) => !isConstruct.has(id))
      .map(([id, resource]) => (isMap(resource) ? resourceText(id, resource, typed.has(id), values) : '')),
    ...Object.entries(outputs).map(([id, output]) => outputText(id, output, values)),
  ]
  const isUsed = ({ variable }: Named) => rest.some((text) => new RegExp(`\\b${variable}\\.`).test(text))
  const lines = [
    ...[...parameters].map((name) => parameterText(name, given[name], values)),
    ...constructs.map((construct) => constructText(construct, isUsed(construct))),
    ...rest,
  ]
  const text = `import * as cdk from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';

${constructs.length > 0 ? helper : ''}export class DesignStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

${lines.filter((line) => line !== '').join('\n\n')}
  }
}
`
  return { text, losses }
}

export const cdk = defineFormat({
  id: 'cdk',
  label: 'CDK (TypeScript)',
  family: 'cdk',
  syntax: 'plaintext',
  fileNames: ['design-stack.ts'],
  write,
})

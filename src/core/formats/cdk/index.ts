/**
 * A CDK stack in TypeScript: the library's own constructs where they say exactly what the template says,
 * CloudFormation's where they do not. Every resource keeps its logical ID, so that the stack can take over a template's.
 * A design that came from a template is written with that template's parameters, conditions, mappings and outputs.
 */
import { toTemplate } from '#core/formats/cloudformation/to-template.ts'
import { templateAfterEdits } from '#core/formats/cloudformation/write-back.ts'
import { defineFormat, type Loss, type Written } from '#core/formats/format.ts'
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { constructsIn, constructText, outputsOf } from './construct-text.ts'
import { type DistributionText, distributionText } from './distribution/distribution.ts'
import { ExpressionText } from './expression-text.ts'
import { resourceText, settingLines } from './resource-text.ts'
import {
  Conditions,
  indent,
  mappingText,
  optionLines,
  outputText,
  parameterText,
  partHelper,
  partText,
} from './sections.ts'
import { isLogicalId, isMap, Naming } from './text.ts'
import { ValueText } from './value-text.ts'

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

/** The names that a template's expressions use and nothing in it declares. */
function undeclared(tree: Tree, declared: ReadonlySet<string>, found: Set<string>): Set<string> {
  if (Array.isArray(tree)) for (const item of tree) undeclared(item, declared, found)
  if (!isMap(tree)) return found
  const { Ref: name } = tree
  if (typeof name === 'string' && !declared.has(name) && !name.startsWith('AWS::')) found.add(name)
  for (const child of Object.values(tree)) undeclared(child, declared, found)
  return found
}

/** The long form of `Fn::GetAtt` in JSON: a list. */
function normal(tree: Tree): Tree {
  if (Array.isArray(tree)) return tree.map(normal)
  if (!isMap(tree)) return tree
  const { 'Fn::GetAtt': path } = tree
  if (typeof path === 'string' && Object.keys(tree).length === 1) {
    const dot = path.indexOf('.')
    return dot < 0 ? tree : { 'Fn::GetAtt': [path.slice(0, dot), path.slice(dot + 1)] }
  }
  return Object.fromEntries(Object.entries(tree).map(([key, child]) => [key, normal(child)]))
}

/** Of a template that the CDK made: what it makes again by itself. */
function withoutBootstrap({ Parameters: parameters = {}, Rules: rules = {}, ...template }: TreeMap): TreeMap {
  const without = (section: Tree, name: string) =>
    isMap(section) ? Object.fromEntries(Object.entries(section).filter(([id]) => id !== name)) : section
  const left = without(rules, 'CheckBootstrapVersion')
  return {
    ...template,
    Parameters: without(parameters, 'BootstrapVersion'),
    ...(Object.keys(Object(left)).length > 0 && { Rules: left }),
  }
}

/** The names of a template written from nothing that nothing in it declares become parameters. */
function withParameters(template: TreeMap): TreeMap {
  const given = mapAt(template, 'Parameters')
  const declared = new Set([...Object.keys(mapAt(template, 'Resources')), ...Object.keys(given)])
  const found = undeclared(template['Resources'] ?? {}, declared, new Set())
  const needed = [...found].filter((id) => /^[A-Za-z0-9]+$/.test(id)).map((id) => [id, { Type: 'String' }])
  return { ...template, Parameters: { ...given, ...Object.fromEntries(needed) } }
}

function templateOf(document: DesignDocument): { template: TreeMap; losses: readonly Loss[] } {
  const isOwn = document.source?.format.startsWith('cloudformation') === true
  const own = isOwn ? templateAfterEdits(document) : undefined
  const { template, losses } = own ?? toTemplate(document)
  // What is a map stays one.
  const tree = normal(template) as TreeMap
  return { template: own ? withoutBootstrap(tree) : withParameters(tree), losses }
}

/** What the library has a word for; other sections of a template stay as they are. */
const known = new Set([
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Transform',
  'Parameters',
  'Mappings',
  'Conditions',
  'Resources',
  'Outputs',
])
const isUnusual = (name: string, section: Tree) =>
  !known.has(name) ||
  (name === 'Transform' && [section].flat().some((each) => typeof each !== 'string')) ||
  (!['AWSTemplateFormatVersion', 'Description', 'Transform'].includes(name) && !isMap(section))

const isDistribution = (resource: Tree): resource is TreeMap =>
  isMap(resource) && resource['Type'] === 'AWS::CloudFront::Distribution' && isMap(resource['Properties'])

/** The statements of a stack, section by section. */
class Stack {
  private readonly naming = new Naming()
  private readonly template: TreeMap
  private readonly resources: TreeMap
  readonly modules = new Set<string>()

  constructor(template: TreeMap) {
    this.template = template
    this.resources = mapAt(template, 'Resources')
  }

  private distributions(
    constructs: ReadonlyMap<string, string>,
    outputs: ReadonlyMap<string, string>,
    conditions: ReadonlyMap<string, string>,
  ) {
    return Object.entries(this.resources).flatMap(([id, resource]): DistributionText[] => {
      if (!isDistribution(resource) || !isLogicalId(id)) return []
      const expressions = new ExpressionText(outputs)
      const { naming } = this
      const { Type: _, Properties: __, ...more } = resource
      const using = { expressions, constructs, naming, settings: settingLines(more, conditions) }
      const written = distributionText(id, mapAt(resource, 'Properties'), using)
      return written ? [written] : []
    })
  }

  private parameters(writing: { values: ValueText; naming: Naming }): string[] {
    const given = Object.entries(mapAt(this.template, 'Parameters'))
    return given.map(([id, declaration]) => parameterText(id, declaration, writing))
  }

  lines(): { lines: readonly string[]; hasHelper: boolean } {
    const { naming, resources, template } = this
    const constructs = constructsIn(resources, naming)
    const outputs = outputsOf(constructs)
    const variables = new Map(
      constructs.map(({ variable, named }) => [JSON.stringify(named), variable] as const),
    )
    const writing = { naming, values: new ValueText(outputs) }
    const conditions = new Conditions(mapAt(template, 'Conditions'), writing)
    const conditionTexts = conditions.texts()
    const distributions = this.distributions(variables, outputs, conditions.variables)
    for (const { modules } of distributions) for (const module of modules) this.modules.add(module)
    const isMade = new Set([...constructs, ...distributions].map(({ id }) => id))
    const within = { ...writing, conditions: conditions.variables }
    const rest = Object.entries(resources)
      .filter(([id]) => !isMade.has(id))
      .map(([id, resource]) => resourceText(id, resource, within))
    const atEnd = new ValueText(new Map([...outputs, ...outputsOfDistributions(distributions)]))
    const ends = Object.entries(mapAt(template, 'Outputs')).map(([id, output]) =>
      outputText(id, output, { ...within, values: atEnd }),
    )
    const after = [...rest, ...distributions.map(({ text }) => text), ...ends]
    const isUsed = (variable: string) => after.some((text) => new RegExp(`\\b${variable}\\b`).test(text))
    return {
      hasHelper: isMade.size > 0,
      lines: [
        optionLines(template).join('\n'),
        ...this.parameters(writing),
        ...Object.entries(mapAt(template, 'Mappings')).map(([id, mapping]) =>
          mappingText(id, mapping, writing),
        ),
        ...conditionTexts,
        ...constructs.map((construct) => constructText(construct, isUsed(construct.variable))),
        ...after,
        ...Object.entries(template)
          .filter(([name, section]) => isUnusual(name, section))
          .map(([name, section]) => partText(name, undefined, section, writing)),
      ].filter((line) => line !== ''),
    }
  }
}

const outputsOfDistributions = (distributions: readonly DistributionText[]): [string, string][] =>
  distributions.flatMap(({ id, variable }): [string, string][] => [
    [JSON.stringify({ Ref: id }), `${variable}.distributionId`],
    [JSON.stringify({ 'Fn::GetAtt': [id, 'DomainName'] }), `${variable}.distributionDomainName`],
  ])

const modulePaths: Readonly<Record<string, string>> = {
  acm: 'aws-certificatemanager',
  cloudfront: 'aws-cloudfront',
  lambda: 'aws-lambda',
  origins: 'aws-cloudfront-origins',
  s3: 'aws-s3',
}

function write(document: DesignDocument): Written {
  const { template, losses } = templateOf(document)
  const stack = new Stack(template)
  const { lines, hasHelper } = stack.lines()
  const body = lines.join('\n\n')
  const modules = Object.entries(modulePaths).filter(
    ([name]) => stack.modules.has(name) || body.includes(`${name}.`),
  )
  const imports = modules.map(([name, path]) => `import * as ${name} from 'aws-cdk-lib/${path}';\n`).join('')
  const helpers = [hasHelper ? helper : '', body.includes('new TemplatePart(') ? partHelper : ''].join('')
  const text = `import * as cdk from 'aws-cdk-lib';
${imports}import { Construct } from 'constructs';

${helpers}export class DesignStack extends cdk.Stack {
${indent.slice(2)}constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

${body}
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

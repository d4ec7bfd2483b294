/** A template written from nothing, for designs that did not come from one. */
import type { Loss } from '#core/formats/format.ts'
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { accessResources } from './access-resources.ts'
import { undecidedAlternatives } from './alternatives.ts'
import { templateLosses } from './losses.ts'
import { templateProperties } from './required.ts'
import { ShapeWriter, templateType } from './shape-writer.ts'

/** CloudFormation takes letters and digits only. */
const logicalId = (id: string) => id.replace(/[^A-Za-z0-9]/g, '') || 'Resource'

/** A design whose resources have names that CloudFormation takes. */
function withTemplateNames(document: DesignDocument): DesignDocument {
  const names = new Map<string, string>()
  const used = new Set<string>()
  for (const id of Object.keys(document.resources)) {
    let name = logicalId(id)
    while (used.has(name)) name = `${name}2`
    used.add(name)
    names.set(id, name)
  }
  if ([...names].every(([id, name]) => id === name)) return document
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(([key, child]) => [
      key,
      key === 'ref' && typeof child === 'string' ? (names.get(child) ?? child) : renamed(child),
    ])
    return Object.fromEntries(entries)
  }
  const resources = Object.entries(document.resources).map(([id, resource]) => [
    names.get(id) ?? id,
    renamed(resource),
  ])
  // Only names changed; the shapes are those of the design.
  return { ...document, resources: Object.fromEntries(resources) as DesignDocument['resources'] }
}

const output = (description: string, value: Tree): TreeMap => ({ Description: description, Value: value })

/** CloudFormation refuses what looks like a substitution in a description, and takes 4,000 characters. */
const plainWords = (text: string) =>
  text
    .replace(/\$\{([^}]*)\}/g, '$1')
    .replace(/\s+/g, ' ')
    .slice(0, 400)

/** What the account or another stack must supply. It has no default: a made-up value would be deployed. */
const parametersOf = ({ parameters }: ShapeWriter): TreeMap =>
  Object.fromEntries(
    [...parameters].map(([name, { type, insteadOf }]) => [
      name,
      { Type: type, Description: `In place of ${plainWords(insteadOf)}` },
    ]),
  )

/** Types that CloudFormation has only through a macro. */
const serverless = 'AWS::Serverless::'

/** A whole template for a design, and what it cannot hold. */
export function toTemplate(design: DesignDocument): { template: TreeMap; losses: Loss[] } {
  const document = withTemplateNames(design)
  const writer = new ShapeWriter(document, { isFresh: true })
  const losses = [...templateLosses(design), ...undecidedAlternatives(design)]
  const resources: TreeMap = {}
  const ids = Object.keys(design.resources)
  for (const [index, [id, resource]] of Object.entries(document.resources).entries()) {
    const type = templateType(resource)
    if (type === undefined) continue
    const kept = 'deletionPolicy' in resource && { DeletionPolicy: resource.deletionPolicy ?? 'Delete' }
    const { properties, lacking } = templateProperties(type, writer.properties(resource), id)
    const path = ['resources', ids[index] ?? id]
    losses.push(...lacking.map((message) => ({ path, message })))
    resources[id] = { Type: type, ...kept, Properties: properties }
  }
  const access = accessResources(document)
  const outputs: TreeMap = {}
  for (const { id } of distributionsIn(document)) {
    outputs[`${id}DomainName`] = output(`The domain name of ${id}`, { 'Fn::GetAtt': [id, 'DomainName'] })
    outputs[`${id}Id`] = output(`The id of ${id}`, { Ref: id })
  }
  const isServerless = Object.values(document.resources).some(({ type }) => type.startsWith(serverless))
  return {
    template: {
      AWSTemplateFormatVersion: '2010-09-09',
      ...(isServerless && { Transform: 'AWS::Serverless-2016-10-31' }),
      ...(writer.parameters.size > 0 && { Parameters: parametersOf(writer) }),
      Resources: { ...resources, ...access },
      ...(Object.keys(outputs).length > 0 && { Outputs: outputs }),
    },
    losses,
  }
}

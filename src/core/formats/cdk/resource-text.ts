/** A resource that is no construct of the library's second level: CloudFormation's own construct, or any resource. */

import { cloudFormationSchema } from '#core/formats/schemas/schema.ts'
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { tableOf } from '#core/ground/names.ts'
import { dataText } from './expression-text.ts'
import { indent, partText, type Writing } from './sections.ts'
import { isCall, isLogicalId, isMap, quoted } from './text.ts'
import { fitsAll } from './value-text.ts'

const prefix = 'AWS::CloudFront::'

/** The library takes the tags of the one in no form (2.276), and leaves an empty list of them out. */
const isUntyped = (type: string, { Tags: tags }: TreeMap) =>
  tags !== undefined && (type === `${prefix}AnycastIpList` || (Array.isArray(tags) && tags.length === 0))

/** The library's typed construct, where its types hold all of the properties. */
function typedText(
  type: string,
  properties: TreeMap,
  { values }: Writing,
): readonly [string, string] | undefined {
  const fields = Object.hasOwn(cloudFormationSchema.types, type)
    ? cloudFormationSchema.types[type]
    : undefined
  if (!fields || isUntyped(type, properties) || !fitsAll(properties, fields)) return undefined
  return [`cloudfront.Cfn${type.slice(prefix.length)}`, values.typed(properties, { fields }, indent)]
}

const policies: Readonly<Record<string, string>> = tableOf({
  Delete: 'DELETE',
  Retain: 'RETAIN',
  Snapshot: 'SNAPSHOT',
  RetainExceptOnCreate: 'RETAIN_EXCEPT_ON_CREATE',
})

type Setting = (value: Tree, conditions: ReadonlyMap<string, string>) => string | undefined
const policy =
  (name: string): Setting =>
  (value) => {
    const member = typeof value === 'string' ? policies[value] : undefined
    return member && `cfnOptions.${name} = cdk.CfnDeletionPolicy.${member}`
  }
/** What stands beside a resource's properties, where the library has a word for it. */
const settings: Readonly<Record<string, Setting>> = {
  Condition: (value, conditions) => {
    const variable = typeof value === 'string' ? conditions.get(value) : undefined
    return variable && `cfnOptions.condition = ${variable}`
  },
  DeletionPolicy: policy('deletionPolicy'),
  UpdateReplacePolicy: policy('updateReplacePolicy'),
  Metadata: (value) => (isMap(value) ? `cfnOptions.metadata = ${dataText(value, indent)}` : undefined),
}

/** What stands beside a resource's properties, as calls and settings of the resource. */
export const settingLines = (more: TreeMap, conditions: ReadonlyMap<string, string>): string[] =>
  Object.entries(more).map(([key, value]) => {
    const own = Object.hasOwn(settings, key) ? settings[key]?.(value, conditions) : undefined
    return own ?? `addOverride(${quoted(key)}, ${dataText(value, indent)})`
  })

export function resourceText(
  id: string,
  resource: Tree,
  writing: Writing & { conditions: ReadonlyMap<string, string> },
): string {
  if (!isMap(resource) || typeof resource['Type'] !== 'string' || !isLogicalId(id))
    return partText('Resources', id, resource, writing)
  const { Type: type, Properties: given, ...more } = resource
  if (given !== undefined && (!isMap(given) || isCall(given)))
    return partText('Resources', id, resource, writing)
  const properties = given ?? {}
  const { naming, conditions } = writing
  const [name, props] = typedText(type, properties, writing) ?? [
    'cdk.CfnResource',
    writing.values.plain({ type, ...(given === undefined ? {} : { properties }) }, indent),
  ]
  const construct = naming.construct(id, 'Resource')
  const made = `new ${name}(this, ${quoted(construct)}, ${props})`
  const lines = [
    ...(construct === id ? [] : [`overrideLogicalId(${quoted(id)})`]),
    ...settingLines(more, conditions),
  ]
  const [first, ...others] = lines
  if (first === undefined) return `${indent}${made};`
  if (others.length === 0 && !first.startsWith('cfnOptions')) return `${indent}${made}.${first};`
  const variable = naming.variable(id)
  return [
    `${indent}const ${variable} = ${made};`,
    ...lines.map((line) => `${indent}${variable}.${line};`),
  ].join('\n')
}

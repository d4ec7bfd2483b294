/** What a template's expressions can see: parameters, mappings, conditions, resources. */
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { standInAccount, standInRegion } from '#core/model/stand-in.ts'

/** A value that is decided, or one that is not, perhaps with a stand-in of its shape. */
export type Parameter = { readonly value: Tree } | { readonly like?: string }

export interface Scope {
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly mappings: TreeMap
  readonly conditions: TreeMap
  readonly resources: TreeMap
  /** A distribution of the template serves tenants, or a tenant stands in it. */
  readonly servesTenants: boolean
  /** The Serverless Framework's file that the template is a part of: its variables are resolved first. */
  readonly serverless?: TreeMap
}

export const isTreeMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

const section = (template: TreeMap, name: string): TreeMap => {
  const found = template[name]
  return isTreeMap(found) ? found : {}
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
const pseudoParameters: Readonly<Record<string, Parameter>> = {
  'AWS::Partition': { value: 'aws' },
  'AWS::URLSuffix': { value: 'amazonaws.com' },
  'AWS::Region': { like: standInRegion },
  'AWS::AccountId': { like: standInAccount },
  'AWS::StackName': { like: 'stack' },
  'AWS::StackId': {
    like: `arn:aws:cloudformation:${standInRegion}:${standInAccount}:stack/stack/00000000-0000-0000-0000-000000000000`,
  },
  'AWS::NotificationARNs': {},
}

const isListType = (type: Tree | undefined) =>
  typeof type === 'string' && (type === 'CommaDelimitedList' || type.startsWith('List<'))
const isStoredElsewhere = (type: Tree | undefined) =>
  typeof type === 'string' && type.startsWith('AWS::SSM::Parameter::')

function parameterOf(declaration: Tree, given: string | undefined): Parameter {
  const fields = isTreeMap(declaration) ? declaration : {}
  const { Type: type, Default: byDefault, AllowedValues: allowed } = fields
  const [first] = Array.isArray(allowed) ? allowed : []
  if (given === undefined && isStoredElsewhere(type)) return {}
  const value = given ?? byDefault
  if (value === undefined || value === null) return typeof first === 'string' ? { like: first } : {}
  if (isListType(type) && typeof value === 'string')
    return { value: value.split(',').map((part) => part.trim()) }
  return { value }
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-config-options.html */
function servesTenants(resource: Tree): boolean {
  if (!isTreeMap(resource)) return false
  if (resource['Type'] === 'AWS::CloudFront::DistributionTenant') return true
  const config = section(section(resource, 'Properties'), 'DistributionConfig')
  return (
    resource['Type'] === 'AWS::CloudFront::Distribution' &&
    ('TenantConfig' in config || 'ConnectionMode' in config)
  )
}

/** The scope of a template, with the values that a person gave for its parameters. */
export function scopeOf(
  template: TreeMap,
  given: Readonly<Record<string, string>>,
  /** The file around the template, where a framework resolves its variables first. */
  root?: Tree,
): Scope {
  const parameters = new Map<string, Parameter>(Object.entries(pseudoParameters))
  for (const [name, declaration] of Object.entries(section(template, 'Parameters')))
    parameters.set(name, parameterOf(declaration, given[name]))
  for (const [name, value] of Object.entries(given))
    if (name.startsWith('AWS::')) parameters.set(name, { value })
  const resources = section(template, 'Resources')
  return {
    parameters,
    mappings: section(template, 'Mappings'),
    conditions: section(template, 'Conditions'),
    resources,
    servesTenants: Object.values(resources).some(servesTenants),
    ...(isTreeMap(root) && { serverless: root }),
  }
}

/** The same with some parameters left to the deployment. */
export const withOpen = (scope: Scope, names: readonly string[]): Scope => ({
  ...scope,
  parameters: new Map([...scope.parameters, ...names.map((name): [string, Parameter] => [name, {}])]),
})

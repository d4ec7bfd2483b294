/**
 * What CloudFormation's schema asks for and the API does not, filled with what CloudFront assumes; what has no such
 * value is told.
 */
import { assumedValue } from '#core/formats/assumed.ts'
import { cloudFormationSchema, requiredNames, type SchemaFields } from '#core/formats/schemas/schema.ts'
import type { Tree, TreeMap } from '#core/formats/tree.ts'

const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)
const isCall = (tree: TreeMap) => Object.keys(tree).some((key) => key === 'Ref' || key.startsWith('Fn::'))

interface Completing {
  readonly id: string
  readonly lacking: string[]
}

/** Required properties have the API's names, and the values of the table are plain. */
const assumedFor = (of: string, name: string, { id }: Completing): Tree | undefined =>
  name === 'CallerReference' ? id : (assumedValue(of, name) as Tree | undefined)

function completed(of: string, tree: Tree, schema: SchemaFields, completing: Completing): Tree {
  if (Array.isArray(tree)) return tree.map((item) => completed(of, item, schema, completing))
  if (!isMap(tree) || isCall(tree)) return tree
  const result: TreeMap = {}
  for (const [name, value] of Object.entries(tree)) {
    const fields = Object.hasOwn(schema, name) ? schema[name]?.fields : undefined
    result[name] = fields ? completed(name, value, fields, completing) : value
  }
  for (const name of requiredNames(schema)) {
    if (Object.hasOwn(result, name)) continue
    const value = assumedFor(of, name, completing)
    if (value !== undefined) result[name] = value
    else completing.lacking.push(`CloudFormation requires “${name}”, and the design does not say it.`)
  }
  return result
}

/** The API answers false beside a certificate of one's own; cfn-lint takes the two for two certificates. */
function withoutReadBack(properties: TreeMap): TreeMap {
  const { DistributionConfig: config } = properties
  const certificate = isMap(config) ? config['ViewerCertificate'] : undefined
  const isOwn =
    isMap(certificate) && ('AcmCertificateArn' in certificate || 'IamCertificateId' in certificate)
  if (!isMap(config) || !isOwn || certificate['CloudFrontDefaultCertificate'] !== false) return properties
  const { CloudFrontDefaultCertificate: _, ...others } = certificate
  return { ...properties, DistributionConfig: { ...config, ViewerCertificate: others } }
}

/** A resource's properties as CloudFormation takes them in a template written from nothing, and what they lack. */
export function templateProperties(
  type: string,
  properties: TreeMap,
  id: string,
): { properties: TreeMap; lacking: readonly string[] } {
  const schema = cloudFormationSchema.types[type]
  if (!schema) return { properties, lacking: [] }
  const lacking: string[] = []
  // A map stays one.
  const tree = completed(type, withoutReadBack(properties), schema, { id, lacking }) as TreeMap
  return { properties: tree, lacking }
}

/**
 * Templates that another tool completes before CloudFormation sees them: their variables and the resources that the
 * tool adds are told of once, and none of them is a fault.
 */
import type { ImportNote } from '#core/formats/format.ts'
import type { TreeMap } from '#core/formats/tree.ts'
import { isTreeMap } from './scope.ts'

interface Tool {
  readonly name: string
  readonly marks: RegExp
}
const tools: readonly Tool[] = [
  {
    name: 'the Serverless Framework',
    // Its variables, never `${AWS::Region}`.
    marks: /\$\{(?:self|opt|env|sls|param|ssm|cf|s3|aws|strToBool|file)(?:\([^${}]*\))?:(?!:)/,
  },
  { name: 'Rain', marks: /!Rain::|["']?Fn::Rain::|\$\{Rain::|^["']?Rain["']?\s*:/m },
]

/** What the framework calls the resources that it adds: https://www.serverless.com/framework/docs/providers/aws/guide/resources */
const addedNames = [
  'ApiGatewayRestApi',
  'HttpApi',
  'GraphQlApi',
  'ServerlessDeploymentBucket',
  'IamRoleLambdaExecution',
]

/** A part of a template that names what only the framework adds. */
function namesAdded(
  text: string,
  { Resources: resources, Parameters: parameters, ...others }: TreeMap,
): boolean {
  if (others['AWSTemplateFormatVersion'] !== undefined || others['Transform'] !== undefined) return false
  const declared = { ...(isTreeMap(resources) && resources), ...(isTreeMap(parameters) && parameters) }
  return addedNames.some((name) => !Object.hasOwn(declared, name) && new RegExp(`\\b${name}\\b`).test(text))
}

/** Parts of a template that stand in files of their own, by Rain and by the AWS CLI that took them over. */
const hasModules = ({ Modules: modules }: TreeMap): boolean =>
  isTreeMap(modules) && Object.values(modules).some((module) => isTreeMap(module) && 'Source' in module)

/** The tool that a template is written for; undefined for one that CloudFormation takes as it is. */
export function toolOf(text: string, root: TreeMap, template: TreeMap): string | undefined {
  if (root !== template || namesAdded(text, template)) return 'the Serverless Framework'
  return tools.find(({ name, marks }) => marks.test(text) || (name === 'Rain' && hasModules(template)))?.name
}

export const fragmentNote = (tool: string): ImportNote => ({
  rule: 'import/fragment',
  severity: 'info',
  message: `This is written for ${tool}, which fills in variables and adds resources before CloudFormation sees it; what it decides is unknown here.`,
  path: ['resources'],
})

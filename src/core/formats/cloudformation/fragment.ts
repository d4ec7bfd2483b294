/**
 * Templates that another tool completes before CloudFormation sees them: their variables and the resources that the
 * tool adds are told of once, and none of them is a fault.
 */
import type { ImportNote } from '#core/formats/format.ts'
import type { TreeMap } from '#core/formats/text-tree.ts'

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

/** The tool that a template is written for; undefined for one that CloudFormation takes as it is. */
export function toolOf(text: string, root: TreeMap, template: TreeMap): string | undefined {
  if (root !== template) return 'the Serverless Framework'
  return tools.find(({ marks }) => marks.test(text))?.name
}

export const fragmentNote = (tool: string): ImportNote => ({
  rule: 'import/fragment',
  severity: 'info',
  message: `This is written for ${tool}, which fills in variables and adds resources before CloudFormation sees it; what it decides is unknown here.`,
  path: ['resources'],
})

/**
 * CloudFormation's limits of a template: what is beyond them is read, and told.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html (November 2026)
 */
import type { ImportNote } from '#core/formats/format.ts'
import type { TreeMap } from '#core/formats/tree.ts'
import { isTreeMap } from './scope.ts'

const maxBytes = 1024 * 1024
const sections = { Resources: 500, Parameters: 200, Outputs: 200, Mappings: 200 } as const

const note = (message: string): ImportNote => ({
  rule: 'import/over-limit',
  severity: 'info',
  message,
  path: ['resources'],
})

export function limitNotes(text: string, template: TreeMap): ImportNote[] {
  const size =
    text.length > maxBytes
      ? [
          note(
            `The template has ${(text.length / maxBytes).toFixed(1)} MB, and CloudFormation takes up to 1 MB, from S3; split it, as into nested stacks.`,
          ),
        ]
      : []
  const counts = Object.entries(sections).flatMap(([name, most]) => {
    const section = template[name]
    const count = isTreeMap(section) ? Object.keys(section).length : 0
    return count > most
      ? [note(`“${name}” holds ${count}, and CloudFormation takes up to ${most}; split the template.`)]
      : []
  })
  return [...size, ...counts]
}

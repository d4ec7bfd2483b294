/** The lines of which the steps of a shell script are made. */
import type { JsonObject } from '#core/model/field.ts'
import type { PlanStep } from './plan.ts'
import type { Live, Part } from './resolve.ts'
import { quoted, quotedJson, remark } from './shell.ts'

const suffix: Readonly<Record<Part['what'], string>> = { physicalId: 'ID', arn: 'ARN', domainName: 'DOMAIN' }
export const variable = (name: string, what: Part['what']) => `${name}_${suffix[what]}`

export interface Writing {
  readonly step: PlanStep
  /** The step's own name in the script. */
  readonly name: string
  readonly config: JsonObject
  readonly live: Live | undefined
  /** True for a variable that a later command needs. */
  readonly isUsed: (variable: string) => boolean
  /** What makes a caller reference differ from that of any other script. */
  readonly run: string
}

interface Asked {
  readonly command: string
  /** What tells the files of one step apart. */
  readonly file: string
  readonly input: object
  readonly fields: readonly string[]
  readonly more?: string
}
const inputFile = (name: string, { file, input }: Pick<Asked, 'file' | 'input'>) =>
  `printf '%s' ${quotedJson(input)} > "$work/${name}_${file}.json"`
/** Writes the input and runs the command; its answer is the fields that were asked for. */
export const ask = (name: string, { command, file, input, fields, more = '' }: Asked): readonly string[] => [
  inputFile(name, { file, input }),
  `answer=$(cf ${command} ${name}_${file} '[${fields.join(', ')}]'${more})`,
]
export const ifMatch = ' --if-match "$etag"'

/** Keeps fields of the answer that later commands need. */
export const kept = ({ name, isUsed }: Writing, fields: readonly Part['what'][]): readonly string[] =>
  fields.flatMap((what, index) => {
    const to = variable(name, what)
    return isUsed(to) ? [`${to}=$(field ${index + 1} "$answer")`] : []
  })

/** Stops where the resource is no longer as the plan saw it. */
export const guard = ({ step: { resource, target } }: Writing) => [
  'etag=$(field 1 "$answer")',
  `[ "$etag" = ${quoted(target?.etag ?? '')} ] || { echo ${quoted(`“${plainText(resource)}” was changed since the plan; plan again.`)} >&2; exit 1; }`,
]
export const plainText = (text: string) => remark(text).slice(2)

/** Asks until the status is the one in which others can use the resource. */
export const until = (name: string, asked: Asked, status: string): readonly string[] => [
  inputFile(name, asked),
  `until_status ${status} ${asked.command} ${name}_${asked.file} ${quoted(asked.fields[0] ?? '')}`,
]

/** Every format. A new one is one file and one line here. */

import { failed, ok, type Result } from '#core/ground/result.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, Resource } from '#core/model/document.ts'
import { type Misfit, misfitsIn, withoutMisfits } from '#core/resources/walk/misfits.ts'
import { cdk } from './cdk/index.ts'
import { cloudFormationJson, cloudFormationYaml } from './cloudformation/index.ts'
import { designFile } from './design-file.ts'
import { distributionConfigFormat } from './distribution-config/index.ts'
import type { Format, Loss, Position, ReadDesign, ReadOptions, ReadProblem, Written } from './format.ts'
import { mermaid } from './mermaid.ts'
import { pulumi } from './pulumi/index.ts'
import { svg } from './svg.ts'
import { terraform } from './terraform/index.ts'
import { readTextTree } from './text-tree.ts'
import { withWrittenSuppressions } from './written-suppressions.ts'

const all = [
  designFile,
  terraform,
  cloudFormationYaml,
  cloudFormationJson,
  distributionConfigFormat,
  cdk,
  pulumi,
  mermaid,
  svg,
] as const

export type FormatId = (typeof all)[number]['id']
export const formats: readonly Format<FormatId>[] = all

/** The formats whose texts are read again after they were edited. */
export const sourceFormats = formats.filter(({ read, write }) => read && write)

/** The format of a text, by what it looks like and never by a file name. */
export const recognizeFormat = (text: string): Format | undefined =>
  formats.find(({ recognize }) => recognize?.(text))

export interface RecognizedDesign extends ReadDesign {
  readonly format: Format
}

const kinds =
  'a Frontage design, a CloudFormation or SAM template, a DistributionConfig, or Terraform with aws_cloudfront_distribution'

/** The place of a character, counted from 1. */
function placeOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/** Why a text is none of the kinds: it may not even be YAML or JSON. */
function notRecognized(text: string): readonly ReadProblem[] {
  const zero = text.slice(0, 4096).indexOf('\u0000')
  if (zero >= 0)
    return [
      {
        message: 'This is no text in UTF-8, since it holds zero bytes; UTF-16 needs a byte order mark.',
        position: placeOf(text, zero),
      },
    ]
  const tree = readTextTree(text)
  if (!tree.ok) return tree.error
  return [{ message: `This is not ${kinds}.` }]
}

/** Reads a source of any kind; every reason that it cannot be read is one sentence, with its place. */
export function readSource(
  text: string,
  options: ReadOptions = {},
): Result<RecognizedDesign, readonly ReadProblem[]> {
  const format = recognizeFormat(text)
  if (!format?.read) return failed(notRecognized(text))
  const read = format.read(text, options)
  if (!read.ok) return read
  const isDesign = format === designFile
  if (!isDesign && distributionsIn(read.value.document).length === 0)
    return failed([
      { message: 'There is no CloudFront distribution in this source (AWS::CloudFront::Distribution).' },
    ])
  const document = isDesign ? read.value.document : withWrittenSuppressions(text, read.value)
  return ok({ ...read.value, document, format })
}

/** Writes a design in a format of the registry. */
export function writeFormat(id: string, document: DesignDocument): Written {
  const format = formats.find((candidate) => candidate.id === id)
  if (!format?.write) throw new Error(`There is no format “${id}” that can be written.`)
  if (format.family === 'design' || format.family === sourceFamily(document)) return format.write(document)
  // Another format cannot hold a list where a text is due; the writers need not know.
  const { text, losses } = format.write(withoutMisfits(withoutPartial(document)))
  const conditions = format.shows ? [] : conditionLosses(document)
  return {
    text,
    losses: [...misfitsIn(document).map(lossOf), ...partialLosses(document), ...conditions, ...losses],
  }
}

const isPartial = (resource: Resource): boolean => 'isPartial' in resource

/** Other formats have no place for what was read as far as it matters to CloudFront. */
function withoutPartial(document: DesignDocument): DesignDocument {
  const resources = Object.entries(document.resources)
  if (!resources.some(([, one]) => isPartial(one))) return document
  return { ...document, resources: Object.fromEntries(resources.filter(([, one]) => !isPartial(one))) }
}
const partialLosses = ({ resources }: DesignDocument): Loss[] =>
  Object.entries(resources).flatMap(([id, one]) =>
    isPartial(one)
      ? [{ path: ['resources', id], message: `“${id}” (${one.type}) stays in the text that it came from.` }]
      : [],
  )

/** No format writes what another one's conditions say. */
const conditionLosses = ({ resources }: DesignDocument): Loss[] =>
  Object.entries(resources).flatMap(([id, one]) =>
    'madeIf' in one && one.madeIf !== undefined
      ? [
          {
            path: ['resources', id],
            message: `“${id}” is made only where “${one.madeIf}” says so; without that condition it is always made.`,
          },
        ]
      : [],
  )

const sourceFamily = ({ source }: DesignDocument) => formats.find(({ id }) => id === source?.format)?.family

const lossOf = ({ path, due }: Misfit): Loss => ({
  path,
  message: `What stands at “${path.slice(3).join('.')}” is not ${due}, so it is not carried over as it is.`,
})

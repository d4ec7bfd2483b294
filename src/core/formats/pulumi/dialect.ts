/** Pulumi's TypeScript for what the provider's resources are written with. */

import { quoted } from '#core/formats/cdk/text.ts'
import type { Dialect } from '#core/formats/terraform/dialect.ts'
import { tableOf } from '#core/ground/names.ts'

/** `bucket_regional_domain_name` → `bucketRegionalDomainName`. */
export const camelCase = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Text within backquotes. */
const template = (text: string) => text.replace(/[\\`]|\$(?=\{)/g, '\\$&')

const sources: Readonly<Record<string, string>> = tableOf({
  aws_caller_identity: 'aws.getCallerIdentityOutput()',
  aws_partition: 'aws.getPartitionOutput()',
  aws_region: 'aws.getRegionOutput()',
})

/** Words that a variable's name cannot be, or that the program has for something else. */
const taken = new Set(
  'aws config pulumi break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return super switch this throw true try typeof var void while with yield let static await implements interface package private protected public arguments eval'.split(
    ' ',
  ),
)
export const variableName = (name: string): string => {
  const camel = camelCase(name.replace(/[^A-Za-z0-9_]/g, '_').replace(/_+$/, ''))
  return taken.has(camel) ? `${camel}_` : camel
}

/** `reserved`: the variables that resources have. */
export const pulumiDialect = (reserved: ReadonlySet<string>): Dialect => ({
  name: 'Pulumi',
  provider: "Pulumi's “aws” package",
  namesAreShared: true,
  attribute: (_, name, attribute) => `${variableName(name)}.${camelCase(attribute)}`,
  variable: (name) => {
    const variable = variableName(name)
    return reserved.has(variable) ? `${variable}Value` : variable
  },
  source: (source, attribute) => `${sources[source] ?? ''}.${camelCase(attribute)}`,
  text: (pieces) =>
    `pulumi.interpolate\`${pieces.map((piece) => ('text' in piece ? template(piece.text) : `\${${piece.code}}`)).join('')}\``,
  part: (code, separator, index) =>
    `pulumi.output(${code}).apply((text) => text.split(${quoted(separator)})[${index}] ?? '')`,
  beside: (name, word) => `${name}_${word}`,
})

/** `aws_cloudfront_key_group` → `aws.cloudfront.KeyGroup`. */
export function className(type: string): string {
  const [, service = '', name = ''] = /^aws_([a-z0-9]+)_(\w+)$/.exec(type) ?? []
  const camel = camelCase(`_${name}`)
  return `aws.${service}.${camel}`
}

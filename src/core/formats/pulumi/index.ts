/**
 * A Pulumi program in TypeScript: the Terraform provider's resources in the words of Pulumi's “aws” package, which is
 * made from that provider (https://www.pulumi.com/registry/packages/aws/api-docs/cloudfront/distribution/).
 */

import { listText, propsText, quoted } from '#core/formats/cdk/text.ts'
import { defineFormat, type Written } from '#core/formats/format.ts'
import {
  type SchemaField,
  type SchemaFields,
  schemaField,
  terraformSchema,
} from '#core/formats/schemas/schema.ts'
import type { Attribute, Block, Nested } from '#core/formats/terraform/hcl-text.ts'
import { snakeCase } from '#core/formats/terraform/spelling.ts'
import { blocksOfDesign, Writer } from '#core/formats/terraform/to-terraform.ts'
import { tableOf } from '#core/ground/names.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { camelCase, className, pulumiDialect, variableName } from './dialect.ts'

function nestedText(value: Nested, field: SchemaField | undefined, indent: string): string {
  if (Array.isArray(value))
    return listText(
      value.map((item: Nested) => nestedText(item, field, `${indent}  `)),
      indent,
    )
  if (typeof value === 'object' && value !== null) {
    if ('object' in value)
      return propsText(
        value.object.map(([key, item]) => [key, nestedText(item, undefined, `${indent}  `)]),
        indent,
      )
    return 'code' in value ? value.code : ''
  }
  const isText = typeof value === 'string' || (field !== undefined && (field.type ?? 'string') === 'string')
  return isText ? quoted(String(value)) : String(value)
}

function valueText(value: Attribute['value'], field: SchemaField | undefined, indent: string): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return nestedText(value as Nested, field, indent)
  if ('heredoc' in value) return quoted(value.heredoc)
  if ('nested' in value) return nestedText(value.nested, field, indent)
  if ('call' in value) return `pulumi.jsonStringify(${nestedText(value.of, undefined, indent)})`
  if ('pairs' in value) return nestedText({ object: value.pairs }, undefined, indent)
  return nestedText(value as Nested, field, indent)
}

const memberOf = (name: string, field: SchemaField | undefined) => field?.pulumi ?? camelCase(name)

/** The arguments of a resource, or a structure within them. */
function bodyText({ attributes, blocks }: Block, fields: SchemaFields | undefined, indent: string): string {
  const inner = `${indent}  `
  const own = attributes.map(({ name, value }): [string, string] => {
    const field = schemaField(fields, name)
    return [memberOf(name, field), valueText(value, field, inner)]
  })
  const types = [...new Set(blocks.map(({ type }) => type))]
  const structures = types.map((type): [string, string] => {
    const field = schemaField(fields, type)
    const same = blocks.filter((block) => block.type === type)
    const isList = (field?.pulumiList ?? field?.list) === true
    const texts = same.map((block) => bodyText(block, field?.fields, isList ? `${inner}  ` : inner))
    return [memberOf(type, field), isList ? listText(texts, inner) : (texts.at(-1) ?? '{}')]
  })
  return propsText([...own, ...structures], indent)
}

interface Statement {
  readonly variable: string
  readonly text: string
}

function statementOf(block: Block): Statement {
  const [type = '', name = ''] = block.labels ?? []
  const variable = variableName(name)
  const args = bodyText(block, terraformSchema.types[type], '')
  return { variable, text: `const ${variable} = new ${className(type)}(${quoted(name)}, ${args});` }
}

/** Each behind those that it names. */
function inOrder(statements: readonly Statement[]): Statement[] {
  const ordered: Statement[] = []
  const open = new Set<Statement>()
  const names = (text: string, variable: string) => new RegExp(`(?<![\\w.'])${variable}\\.`).test(text)
  const add = (statement: Statement): void => {
    if (open.has(statement)) return
    open.add(statement)
    for (const other of statements)
      if (other !== statement && names(statement.text, other.variable)) add(other)
    ordered.push(statement)
  }
  statements.forEach(add)
  return ordered
}

const getters: Readonly<Record<string, string>> = tableOf({
  string: 'require',
  number: 'requireNumber',
  bool: 'requireBoolean',
})

function write(document: DesignDocument): Written {
  const reserved = new Set(Object.keys(document.resources).map((id) => variableName(snakeCase(id))))
  const dialect = pulumiDialect(reserved)
  const writer = new Writer(document, { dialect })
  const statements = blocksOfDesign(writer, document).map(statementOf)
  const isUsed = (variable: string) =>
    statements.some((other) => new RegExp(`(?<![\\w.'])${variable}\\.`).test(other.text))
  const resources = inOrder(statements).map(({ variable, text }) =>
    isUsed(variable) ? text : text.slice(`const ${variable} = `.length),
  )
  const settings = writer.variables
    .entries()
    .map(
      ([name, { type, description }]) =>
        `/** ${description.replaceAll('*/', '* /').replace(/\s+/g, ' ')} */\nconst ${dialect.variable(name)} = config.${getters[type] ?? 'require'}(${quoted(camelCase(name))});`,
    )
  const config = settings.length === 0 ? [] : ['const config = new pulumi.Config();', ...settings]
  const body = [...config, ...resources].join('\n\n')
  const imports = `import * as aws from '@pulumi/aws';\n${/\bpulumi\./.test(body) ? "import * as pulumi from '@pulumi/pulumi';\n" : ''}`
  return { text: `${imports}\n${body}\n`, losses: writer.losses }
}

export const pulumi = defineFormat({
  id: 'pulumi',
  label: 'Pulumi (TypeScript)',
  family: 'pulumi',
  syntax: 'plaintext',
  fileNames: ['index.ts'],
  write,
})

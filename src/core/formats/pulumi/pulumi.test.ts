/** Every program is held against the types of Pulumi's package, as the schema that is kept says them. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { type SchemaField, type SchemaFields, terraformSchema } from '#core/formats/schemas/schema.ts'
import { camelCase, className } from './dialect.ts'

const texts = import.meta.glob<string>(
  ['/src/fixtures/corpus/{templates,kinds,reported}/*', '/public/examples/*'],
  { query: '?raw', import: 'default', eager: true },
)

const scalars: Readonly<Record<string, string>> = { string: 'string', number: 'number', boolean: 'boolean' }

function typeOf({ type = 'string', list, pulumiList, fields }: SchemaField): string {
  const one = fields ? `{ ${membersOf(fields)} }` : (scalars[type] ?? 'unknown')
  const value = type === 'map' ? 'Record<string, Input<string>>' : one
  return (pulumiList ?? list) ? `Input<Input<${value}>[]>` : `Input<${value}>`
}
const membersOf = (fields: SchemaFields): string =>
  Object.entries(fields)
    .map(
      ([name, field]) => `${field.pulumi ?? camelCase(name)}${field.required ? '' : '?'}: ${typeOf(field)};`,
    )
    .join(' ')

/** The declarations of the package, made from the schema. */
function declarations(): string {
  const classes = Object.entries(terraformSchema.types).map(([type, fields]) => {
    const [, service, name] = className(type).split('.')
    return `export namespace ${service} { class ${name} { constructor(name: string, args: { ${membersOf(fields)} }); readonly [attribute: string]: Output<string>; } }`
  })
  const results = ['CallerIdentity', 'Partition', 'Region'].map(
    (name) => `export function get${name}Output(): Readonly<Record<string, Output<string>>>;`,
  )
  return ["import type { Input, Output } from '@pulumi/pulumi';", ...classes, ...results].join('\n')
}

const ownDeclarations = `export type Input<T> = T | Output<T>;
export interface Output<T> { apply<U>(use: (value: T) => U): Output<U>; }
export function interpolate(texts: TemplateStringsArray, ...values: Input<unknown>[]): Output<string>;
export function jsonStringify(value: unknown): Output<string>;
export function output<T>(value: Input<T>): Output<T>;
export class Config { require(name: string): string; requireNumber(name: string): number; requireBoolean(name: string): boolean; }
`

/** What the compiler says against programs, by their names. */
function faultsOf(programs: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join('node_modules', '.pulumi-types-'))
  const options = { strict: true, noEmit: true, module: 'NodeNext', target: 'ES2022', types: [] }
  try {
    for (const [name, text] of Object.entries({ aws: declarations(), pulumi: ownDeclarations })) {
      mkdirSync(join(folder, 'node_modules/@pulumi', name), { recursive: true })
      writeFileSync(join(folder, 'node_modules/@pulumi', name, 'index.d.ts'), text)
      const described = { name: `@pulumi/${name}`, version: '0.0.0', types: 'index.d.ts' }
      writeFileSync(join(folder, 'node_modules/@pulumi', name, 'package.json'), JSON.stringify(described))
    }
    for (const [name, text] of Object.entries(programs))
      writeFileSync(join(folder, `${name.replaceAll(/[^a-z0-9]/gi, '-')}.ts`), text)
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, include: ['*.ts'] }),
    )
    const compiler = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder], {
      encoding: 'utf8',
    })
    return `${compiler.stdout}${compiler.stderr}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('every program that lacks nothing is sound TypeScript', () => {
  const programs = Object.entries(texts).flatMap(([file, text]): [string, string][] => {
    const read = readSource(text)
    if (!read.ok) return []
    const { text: program, losses } = writeFormat('pulumi', read.value.document)
    // What the package requires and the design does not say is told.
    return losses.some(({ message }) => message.startsWith('Pulumi requires')) ? [] : [[file, program]]
  })
  expect(programs.length).toBeGreaterThan(20)
  expect(faultsOf(Object.fromEntries(programs))).toBe('')
}, 60_000)

test('an argument that the package lacks, and one that it requires, would be found', () => {
  const program =
    "import * as aws from '@pulumi/aws'\nnew aws.cloudfront.KeyGroup('k', { name: 'k', colour: 'red' })\n"
  expect(faultsOf({ program })).toMatch(/'colour' does not exist|Property 'items' is missing/)
}, 60_000)

test('a program declares what it names before, and asks for what only a deployment decides', () => {
  const read = readSource(texts['/src/fixtures/corpus/templates/spa-oac-function.yaml'] ?? '')
  if (!read.ok) throw new Error('not read')
  const { text } = writeFormat('pulumi', read.value.document)
  expect(text).toContain("const stackName = config.require('stackName');")
  expect(text).toContain(`name: pulumi.interpolate\`\${stackName}-rewrite\`,`)
  expect(text.indexOf('const security =')).toBeLessThan(text.indexOf('const site ='))
  expect(text).toContain('policy: pulumi.jsonStringify({')
})

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as cdkLibrary from 'aws-cdk-lib'
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import { transformWithOxc } from 'vite'
import { expect, test } from 'vitest'
import { toTemplate } from '#core/formats/cloudformation/to-template.ts'
import { readSource, writeFormat } from '#core/formats/index.ts'

const texts = import.meta.glob<string>(['/src/fixtures/corpus/templates/*', '/public/examples/*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Runs the written stack, whose imports are handed in. */
async function synthesize(source: string): Promise<{ Resources: unknown }> {
  const { code } = await transformWithOxc(source, 'design-stack.ts')
  const body = code.replace(/^import .*$/gm, '').replace('export class', 'return class')
  const run = new Function('cdk', 'cloudfront', body) as (
    ...libraries: unknown[]
  ) => new (
    scope: cdkLibrary.App,
    id: string,
    props: cdkLibrary.StackProps,
  ) => cdkLibrary.Stack
  const app = new cdkLibrary.App({ analyticsReporting: false })
  const Stack = run(cdkLibrary, cloudfront)
  const stack = new Stack(app, 'Design', {})
  return app.synth().getStackByName(stack.stackName).template
}

/** The CDK leaves out `Properties` that hold nothing. */
const withoutEmpty = (resources: unknown): unknown =>
  JSON.parse(JSON.stringify(resources).replaceAll(',"Properties":{}', ''))

const everyKind = import.meta.glob<string>('/src/fixtures/corpus/kinds/*', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const all = { ...texts, ...everyKind }

const designOf = (text: string) => {
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const { source: _, ...design } = read.value.document
  return design
}

test('every exported stack is sound TypeScript against the library', () => {
  const folder = mkdtempSync(join('node_modules', '.cdk-types-'))
  const options = {
    strict: true,
    noEmit: true,
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    target: 'ES2022',
    skipLibCheck: true,
    types: [],
  }
  try {
    for (const [file, text] of Object.entries(all))
      writeFileSync(
        join(folder, `${file.replaceAll(/[^a-z0-9]/gi, '-')}.ts`),
        writeFormat('cdk', designOf(text)).text,
      )
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, include: ['*.ts'] }),
    )
    const compiler = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder], {
      encoding: 'utf8',
    })
    expect(`${compiler.stdout}${compiler.stderr}`).toBe('')
    expect(compiler.status).toBe(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)

test('what a construct of the library says exactly is that construct, and others refer to it', () => {
  const { text } = writeFormat('cdk', designOf(everyKind['/src/fixtures/corpus/kinds/every-kind.yaml'] ?? ''))
  expect(text).toContain("const cp = named('Cp', new cloudfront.CachePolicy(this, 'Cp', {")
  expect(text).toContain('CachePolicyId: cp.cachePolicyId')
  expect(text).toContain("new cloudfront.CfnResponseHeadersPolicy(this, 'Rhp', {")
})

test.each(Object.entries(all))(
  '%s as a CDK stack synthesizes to our template',
  async (_, text) => {
    const design = designOf(text)
    const { Resources: synthesized } = await synthesize(writeFormat('cdk', design).text)
    expect(synthesized).toEqual(withoutEmpty(toTemplate(design).template['Resources']))
  },
  60_000,
)

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

test.each(Object.entries(texts))('%s as a CDK stack synthesizes to our template', async (_, text) => {
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const { source: _source, ...design } = read.value.document
  const { Resources: synthesized } = await synthesize(writeFormat('cdk', design).text)
  expect(synthesized).toEqual(withoutEmpty(toTemplate(design).template['Resources']))
})

/**
 * Node itself as the judge: each expression is evaluated in the sandbox and under the Node at hand, and comes to the same.
 * Nothing here asks for the time, for chance or for what only a machine has.
 */
import { spawnSync } from 'node:child_process'
import { afterAll, expect, test } from 'vitest'
import { expressions } from '#fixtures/node-expressions.ts'
import { createRunner } from './runner.ts'

const runner = createRunner()
afterAll(() => runner.dispose())

/** The body of a handler that gives the expression's value, or the error's name, as text. */
const bodyOf = (expression: string): string =>
  `const tell = (value) => typeof value === 'bigint' ? value + 'n' : value === undefined ? 'undefined' : ArrayBuffer.isView(value) && !Buffer.isBuffer(value) ? [value.constructor.name, ...value] : value
  try { return JSON.stringify(await (async () => tell(${expression}))(), (key, value) => typeof value === 'bigint' ? value + 'n' : value) } catch (error) { return 'throws ' + error.name }`

const judged = (): string[] => {
  const functions = expressions.map((one) => `async () => { ${bodyOf(one)} }`)
  const program = `(async () => { const told = []; for (const one of [${functions.join(',\n')}]) told.push(await one()); process.stdout.write(JSON.stringify(told)) })()`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--no-warnings', '-e', program], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { TZ: 'UTC', LANG: 'en_US.UTF-8' },
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
const byNode = judged()

test.each(expressions.map((expression, index) => ({ expression, told: byNode[index] })))(
  '$expression',
  async ({ expression, told }) => {
    const outcome = await runner.run({
      language: 'nodejs',
      code: `exports.handler = async () => { ${bodyOf(expression)} }`,
      handler: 'index.handler',
      event: {},
      now: 0,
    })
    expect(outcome.error).toBeUndefined()
    expect(outcome.value).toEqual(told)
  },
)

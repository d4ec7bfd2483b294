import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

test('action.yml hands every input to the script, and the docs name each', () => {
  const { inputs, runs } = parse(readFileSync('action.yml', 'utf8')) as {
    inputs: Readonly<Record<string, unknown>>
    runs: { steps: readonly { env: Readonly<Record<string, string>> }[] }
  }
  const docs = readFileSync('docs/continuous-integration.md', 'utf8')
  const script = readFileSync('bin/action.js', 'utf8')
  const names = Object.keys(inputs)
  expect(names).toContain('sources')
  for (const name of names) {
    const variable = `FRONTAGE_${name.replaceAll('-', '_').toUpperCase()}`
    expect(runs.steps[0]?.env[variable]).toBe(`\${{ inputs.${name} }}`)
    expect(script).toContain(`'${variable}'`)
    expect(docs).toContain(`\`${name}\``)
  }
})

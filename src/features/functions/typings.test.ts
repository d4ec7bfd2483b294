import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { functionExamples } from '#core/edge/examples/index.ts'

const declarations = (name: string) =>
  readFileSync(new URL(`../../core/edge/types/${name}.d.ts.txt`, import.meta.url), 'utf8')

test.each(['cloudfront-js-1.0', 'cloudfront-js-2.0', 'lambda-edge'])(
  '%s declares the type of a handler',
  (name) => {
    expect(declarations(name)).toMatch(/^type Handler = /m)
  },
)

test('what the examples import is declared', () => {
  for (const { code, runtime } of functionExamples)
    for (const [, name] of code.matchAll(/import \w+ from '([^']+)'/g))
      expect(declarations(runtime === 'cloudfront-js-2.0' ? runtime : 'lambda-edge')).toContain(
        `declare module '${name}'`,
      )
})

/**
 * Names that JavaScript's own objects have, everywhere a person may choose one, through every door. `constructor` and
 * `__proto__` are refused as fields of a text, in words; as values, and in formats of lines, they are names like others.
 */
import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { bytesOf } from './door.ts'
import { field, named, yaml } from './foreign-texts.ts'
import { doors } from './index.ts'

const names = Object.getOwnPropertyNames(Object.prototype)

test('every door has texts with foreign names', () => {
  expect(Object.keys(named).sort()).toEqual(doors.map(({ name }) => name).sort())
})

const before = new Map(names.map((name) => [name, Object.getOwnPropertyDescriptor(Object.prototype, name)]))

test.each(doors)(
  '$name: the names of JavaScript’s own objects are names like others',
  async ({ name, enter }) => {
    for (const N of names)
      for (const text of named[name]?.(N) ?? [])
        try {
          await enter(bytesOf(text))
        } catch (error) {
          throw new Error(`“${N}”: ${text.slice(0, 2000)}`, { cause: error })
        }
    for (const [own, was] of before)
      expect(Object.getOwnPropertyDescriptor(Object.prototype, own)).toEqual(was)
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(names)
  },
)

test.each(names)('a request that says “%s” everywhere is served, and says so in its key', async (N) => {
  const read = readSource(
    yaml('Plain')
      .replaceAll(`[Plain]`, `[${JSON.stringify(N)}]`)
      .replace(/ {10}FunctionAssoc.*\n/, ''),
  )
  if (!read.ok) throw new Error(read.error[0]?.message)
  const { document } = read.value
  expect(distributionsIn(document)).toHaveLength(1)
  const result = await createSimulation({ document }).request({
    url: `https://d111111abcdef8.cloudfront.net/${N}?${N}=q`,
    headers: { ...field(N, 'h'), Cookie: `${N}=c` },
  })
  expect(result.cacheKey?.query).toBe(`${N}=q`)
  expect(Object.entries(result.cacheKey?.headers ?? {})).toContainEqual([N.toLowerCase(), 'h'])
  expect(Object.entries(result.cacheKey?.cookies ?? {})).toContainEqual([N, 'c'])
  for (const id of ['terraform', 'cdk', 'cloudformation-yaml'])
    expect(writeFormat(id, document).text).toContain(N)
})

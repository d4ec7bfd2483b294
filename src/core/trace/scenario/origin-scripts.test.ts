import { expect, test } from 'vitest'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { distribution } from '#fixtures/build.ts'
import { answersAll, originPresets, scriptsFor } from './origin-scripts.ts'

const document = distribution()
const typeOf = async (path: string, rules?: typeof answersAll) => {
  const origins = rules ? { web: rules } : scriptsFor(document, 'Site')
  const { headers } = await createSimulation({ document, origins }).request({ url: path })
  return headers['content-type']
}

test('an answer that nobody scripted has the content type of its file', async () => {
  expect(await typeOf('/img/logo.png')).toBe('image/png')
  expect(await typeOf('/app.css?v=2')).toBe('text/css')
  expect(await typeOf('/docs/')).toBe('text/html')
  const named = answersAll.map(({ match }) => match?.path ?? '/page')
  for (const [index, path] of named.entries())
    expect(await typeOf(path.replace('*', '/file'))).toBe(
      answersAll[index]?.response?.headers?.['Content-Type'],
    )
})

test('the files of an app have their types, however they are built', async () => {
  const app = originPresets.find(({ id }) => id === 'spa')?.rules
  expect(await typeOf('/assets/logo-1a2b.png', app)).toBe('image/png')
  expect(await typeOf('/assets/chunk', app)).toBe('text/javascript')
})

import { expect, test } from 'vitest'
import { ahead } from './ahead.ts'

const chunk = (name: string, css: readonly string[] = []) => ({
  type: 'chunk',
  name,
  fileName: `assets/${name}-1.js`,
  viteMetadata: { importedCss: new Set(css) },
})
const bundle = { a: chunk('drawing', ['assets/drawing-2.css']), b: chunk('check'), c: chunk('other') }

/** The hook as Vite calls it. */
function html(names: readonly string[]) {
  const { transformIndexHtml } = ahead(names)
  if (typeof transformIndexHtml !== 'object') throw new Error('The plugin has no hook.')
  return Reflect.apply(transformIndexHtml.handler, undefined, ['', { bundle }])
}

test('what an open design needs is named in the page, style sheets before their code', () => {
  expect(html(['drawing', 'check'])).toMatchObject([
    { attrs: { content: './assets/drawing-2.css ./assets/drawing-1.js ./assets/check-1.js' } },
  ])
})

test('a part that the build no longer has ends the build', () => {
  expect(() => html(['canvas'])).toThrow('No chunk of the page is called “canvas”.')
})

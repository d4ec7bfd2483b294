import { type Plugin, runnerImport } from 'vite'

const id = 'virtual:rule-examples'
const source = '/src/fixtures/printed-examples.ts'

/**
 * The rules' examples as the page shows them: printed while it is built, so that neither the designs nor what makes
 * them is part of the page.
 */
export const ruleExamples = (): Plugin => ({
  name: 'frontage:rule-examples',
  resolveId: (name) => (name === id ? `\0${id}` : undefined),
  async load(name) {
    if (name !== `\0${id}`) return undefined
    const { module } = await runnerImport<{ printedExamples: () => unknown }>(source, { configFile: false })
    const json = JSON.stringify(module.printedExamples())
    return `export const examples = JSON.parse(${JSON.stringify(json)})`
  },
})

import { design } from './account.ts'
import type { AddCommand } from './options.ts'

export const addPromote: AddCommand = (frontage, finish) => {
  design(frontage, 'promote', "give the primary distribution the configuration of the design's staging one")
    .option('--yes', 'do not ask', false)
    .action(async (source, { param, ...options }) => {
      const { promote } = await import('#cli/afterwards.ts')
      finish(await promote(source, { ...options, parameters: param }))
    })
}

import { design } from './account.ts'
import type { AddCommand } from './options.ts'

export const addPlan: AddCommand = (frontage, finish) => {
  design(frontage, 'plan', 'say what apply would do, and do nothing')
    .option('--out <file>', 'save the plan, for apply')
    .option('--script <file>', 'write the plan as a shell script of aws commands')
    .option('--permissions', 'print the least permissions that the design needs, and plan nothing', false)
    .action(async (source, { param, ...options }) => {
      const { plan } = await import('#cli/plan.ts')
      finish(await plan(source, { ...options, parameters: param }))
    })
}

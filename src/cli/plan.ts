import { type DeploymentOptions, planText, prepare } from './deployment.ts'
import { exitStatus, print, tell } from './status.ts'

/** `frontage plan`: what apply would do; 1 where it could not be done. */
export async function plan(file: string, options: DeploymentOptions): Promise<number> {
  const prepared = await prepare(file, options)
  if (!prepared.ok) {
    for (const line of prepared.error) tell(line)
    return exitStatus.unreadable
  }
  const { plan: made } = prepared.value
  await print(options.format === 'json' ? JSON.stringify(made, null, 2) : planText(made))
  return made.steps.some(({ obstacle }) => obstacle !== undefined) ? exitStatus.wrong : exitStatus.ok
}

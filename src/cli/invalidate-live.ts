/** `frontage invalidate --id`: paths and cache tags of a live distribution or tenant. */
import { randomUUID } from 'node:crypto'
import { domainOperations } from '#aws/domains.ts'
import { siteOperations } from '#aws/site-operations.ts'
import { emptyDesign } from '#core/model/document.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import type { Problem } from '#core/rules/harness/problem.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { invalidationRules } from '#core/rules/invalidation/index.ts'
import { type AccountOptions, clientOf } from './reach.ts'
import { exitStatus, print, tell } from './status.ts'

export interface LiveInvalidation extends AccountOptions {
  /** Of a distribution, or of a tenant (`dt_…`). */
  readonly id: string
  readonly yes: boolean
  readonly format: 'text' | 'json'
}

/** What the rules say of the paths: the same ones that judge a scenario's. */
const problemsOf = (invalidate: readonly string[]): readonly Problem[] =>
  findProblems(invalidationRules, {
    document: {
      ...emptyDesign,
      scenarios: [{ name: 'invalidation', steps: [{ invalidate: [...invalidate] }] }],
    },
  })

export async function invalidateLive(paths: readonly string[], options: LiveInvalidation): Promise<number> {
  const { id, yes, format } = options
  const problems = problemsOf(paths)
  for (const { severity, message } of problems) if (severity !== 'info') tell(message)
  if (problems.some(({ severity }) => severity === 'error')) return exitStatus.wrong
  if (!yes) {
    tell(`This would remove ${paths.join(' ')} from the caches of ${id}; add --yes to do it.`)
    return exitStatus.wrong
  }
  const client = clientOf(options)
  if (!client.ok) {
    tell(client.error)
    return exitStatus.unreadable
  }
  try {
    const made = id.startsWith('dt_')
      ? await domainOperations(client.value).invalidateTenant(id, paths, randomUUID())
      : (await siteOperations(client.value).invalidate(id, paths, randomUUID())).id
    await print(
      format === 'json'
        ? JSON.stringify({ id, invalidation: made, paths })
        : `Invalidating ${paths.join(' ')} of ${id} (${made}); it takes a minute or two to reach every edge.`,
    )
    return exitStatus.ok
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    tell(error.message)
    return exitStatus.unreadable
  }
}

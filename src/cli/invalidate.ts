/** `frontage invalidate`: an order to a running `frontage run`. */
import { exitStatus, print, tell } from './status.ts'

export interface InvalidateOptions {
  readonly admin: string
  readonly distribution?: string
  readonly format: 'text' | 'json'
}

interface Report {
  readonly removed?: number
  readonly error?: string
  readonly refused?: readonly { readonly path: string; readonly reason: string }[]
}

export async function invalidate(
  paths: readonly string[],
  { admin, distribution, format }: InvalidateOptions,
): Promise<number> {
  if (!URL.canParse('/invalidate', admin)) {
    tell(`--admin: “${admin}” is no URL; write one like http://127.0.0.1:8081.`)
    return exitStatus.unreadable
  }
  const body = JSON.stringify({ paths, distribution })
  const answer = await fetch(new URL('/invalidate', admin), { method: 'POST', body }).catch(() => undefined)
  const report = (await answer?.json().catch(() => undefined)) as Report | undefined
  if (!answer || !report) {
    tell(`Nothing takes orders at ${admin}: start “frontage run”, or say where with --admin.`)
    return exitStatus.unreadable
  }
  if (format === 'json') await print(JSON.stringify(report))
  else if (report.removed !== undefined) await print(`${report.removed} objects removed.`)
  const told = report.error ?? report.refused?.map(({ reason }) => reason).join(' ')
  if (told) tell(told)
  return answer.ok && (report.refused ?? []).length === 0 ? exitStatus.ok : exitStatus.wrong
}

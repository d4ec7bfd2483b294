/** The tabs below the canvas. A new panel is one entry here; the session knows its id by that. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

export interface PanelEntry<Id extends string = string> {
  readonly id: Id
  readonly label: string
  readonly Panel: LazyExoticComponent<ComponentType>
}

const panel = <const Id extends string>(
  id: Id,
  label: string,
  load: () => Promise<ComponentType>,
): PanelEntry<Id> => ({ id, label, Panel: lazy(async () => ({ default: await load() })) })

export const panels = [
  panel('problems', 'Problems', async () => (await import('#features/problems/ProblemList.tsx')).ProblemList),
  panel('trace', 'Trace', async () => (await import('#features/tracer/Tracer.tsx')).Tracer),
  panel('source', 'Source', async () => (await import('#features/source/SourceView.tsx')).SourceView),
  panel(
    'functions',
    'Functions',
    async () => (await import('#features/functions/FunctionsPanel.tsx')).FunctionsPanel,
  ),
  panel('replay', 'Replay', async () => (await import('#features/replay/ReplayPanel.tsx')).ReplayPanel),
  panel('plan', 'Plan and apply', async () => (await import('#features/deploy/DeployPanel.tsx')).DeployPanel),
]

declare module '#state/session.ts' {
  interface Panels extends Record<(typeof panels)[number]['id'], true> {}
}

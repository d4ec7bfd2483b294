/** The tabs below the canvas. A new panel is one line here and its id in the session. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { PanelId } from '#state/session.ts'

export interface PanelEntry {
  readonly id: PanelId
  readonly label: string
  readonly Panel: LazyExoticComponent<ComponentType>
}

export const panels: readonly PanelEntry[] = [
  {
    id: 'problems',
    label: 'Problems',
    Panel: lazy(() =>
      import('#features/problems/ProblemList.tsx').then(({ ProblemList }) => ({ default: ProblemList })),
    ),
  },
  {
    id: 'trace',
    label: 'Trace',
    Panel: lazy(() => import('#features/tracer/Tracer.tsx').then(({ Tracer }) => ({ default: Tracer }))),
  },
  {
    id: 'source',
    label: 'Source',
    Panel: lazy(() =>
      import('#features/source/SourceView.tsx').then(({ SourceView }) => ({ default: SourceView })),
    ),
  },
  {
    id: 'functions',
    label: 'Functions',
    Panel: lazy(() =>
      import('#features/functions/FunctionsPanel.tsx').then(({ FunctionsPanel }) => ({
        default: FunctionsPanel,
      })),
    ),
  },
  {
    id: 'replay',
    label: 'Replay',
    Panel: lazy(() =>
      import('#features/replay/ReplayPanel.tsx').then(({ ReplayPanel }) => ({ default: ReplayPanel })),
    ),
  },
  {
    id: 'plan',
    label: 'Plan and apply',
    Panel: lazy(() =>
      import('#features/deploy/DeployPanel.tsx').then(({ DeployPanel }) => ({ default: DeployPanel })),
    ),
  },
]

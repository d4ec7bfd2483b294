/** The work of each mode. A new panel is one entry here; the session knows its id by that. */
import type { ComponentType } from 'react'
import type { ModeId, Split } from '#state/frame.ts'
import { type PanelId, showPanel, useSession } from '#state/session.ts'

export interface PanelEntry<Id extends string = string> {
  readonly id: Id
  readonly label: string
  readonly mode: ModeId
  /** How it stands to the canvas until a person moves the line between them. */
  readonly split: Split
  readonly load: () => Promise<ComponentType>
}

const beside = (size: number): Split => ({ isBeside: true, size })
const below = (size: number): Split => ({ isBeside: false, size })

const panel = <const Id extends string>(
  id: Id,
  label: string,
  mode: ModeId,
  split: Split,
  load: () => Promise<ComponentType>,
): PanelEntry<Id> => ({ id, label, mode, split, load })

export const panels = [
  panel(
    'problems',
    'Problems',
    'design',
    below(38),
    async () => (await import('#features/problems/ProblemList.tsx')).ProblemList,
  ),
  panel(
    'source',
    'Source',
    'design',
    beside(50),
    async () => (await import('#features/source/SourceView.tsx')).SourceView,
  ),
  panel(
    'cost',
    'Cost',
    'design',
    beside(56),
    async () => (await import('#features/cost/CostPanel.tsx')).CostPanel,
  ),
  panel(
    'values',
    'Values',
    'design',
    below(38),
    async () => (await import('#features/environments/ValuesPanel.tsx')).ValuesPanel,
  ),
  panel(
    'trace',
    'Trace',
    'trace',
    beside(56),
    async () => (await import('#features/tracer/Tracer.tsx')).Tracer,
  ),
  panel(
    'functions',
    'Functions',
    'functions',
    beside(78),
    async () => (await import('#features/functions/FunctionsPanel.tsx')).FunctionsPanel,
  ),
  panel(
    'replay',
    'Replay',
    'replay',
    beside(66),
    async () => (await import('#features/replay/ReplayPanel.tsx')).ReplayPanel,
  ),
  panel(
    'review',
    'Review',
    'review',
    beside(62),
    async () => (await import('#features/review/ReviewPanel.tsx')).ReviewPanel,
  ),
  panel(
    'plan',
    'Ship',
    'ship',
    beside(66),
    async () => (await import('#features/deploy/DeployPanel.tsx')).DeployPanel,
  ),
]

declare module '#state/session.ts' {
  interface Panels extends Record<(typeof panels)[number]['id'], true> {}
}

export const entryOf = (panel: PanelId | undefined): PanelEntry<PanelId> | undefined =>
  panels.find(({ id }) => id === panel)

/** The mode that a panel is the work of; without any, a design is drawn. */
export const modeOf = (panel: PanelId | undefined): ModeId => entryOf(panel)?.mode ?? 'design'

export const useMode = (): ModeId => useSession(({ panel }) => modeOf(panel))

/** What stood beside the drawing when it was left. */
let dock: PanelId | undefined

/** Goes to a mode; the drawing comes back with what stood beside it. */
export function showMode(mode: ModeId): void {
  const { panel } = useSession.getState()
  if (modeOf(panel) === mode) return
  if (modeOf(panel) === 'design') dock = panel
  showPanel(mode === 'design' ? dock : panels.find((one) => one.mode === mode)?.id)
}

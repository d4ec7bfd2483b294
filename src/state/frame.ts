/** How the window is shared out: which sides are folded, how each place is split, what fills all of it. Never part of a design. */
import { create } from 'zustand'

/** The places that get the window, in the order of the work. */
export const modes = [
  { id: 'design', label: 'Design' },
  { id: 'trace', label: 'Trace' },
  { id: 'functions', label: 'Functions' },
  { id: 'replay', label: 'Replay' },
  { id: 'review', label: 'Review' },
  { id: 'ship', label: 'Ship' },
] as const
export type ModeId = (typeof modes)[number]['id']

export type Side = 'left' | 'right'
export type PaneId = Side | 'canvas' | 'work'

/** The canvas and the work of a mode: side by side, or one above the other. */
export interface Split {
  readonly isBeside: boolean
  /** What the work takes, in percent. */
  readonly size: number
}

export interface Frame {
  /** Sides that a person folded or unfolded, by mode: `trace left`. */
  readonly folded: Readonly<Record<string, boolean>>
  /** Widths of the sides in pixels, as they were dragged. */
  readonly widths: Readonly<Partial<Record<Side, number>>>
  /** By the panel that is the work. */
  readonly splits: Readonly<Record<string, Split>>
  /** The pane that has the window for itself. */
  readonly maximised: PaneId | undefined
}

export const useFrame = create<Frame>()(() => ({ folded: {}, widths: {}, splits: {}, maximised: undefined }))

/** Where the settings of what is selected stand beside the work from the beginning. */
const withSettings: readonly ModeId[] = ['design', 'trace', 'review']

/** The palette is for drawing; elsewhere it gives its room to the work until it is asked for. */
const isFoldedAtFirst = (mode: ModeId, side: Side): boolean =>
  side === 'left' ? mode !== 'design' : !withSettings.includes(mode)

export const isFolded = ({ folded }: Pick<Frame, 'folded'>, mode: ModeId, side: Side): boolean =>
  folded[`${mode} ${side}`] ?? isFoldedAtFirst(mode, side)

export const fold = (mode: ModeId, side: Side, value: boolean): void =>
  useFrame.setState(({ folded }) => ({ folded: { ...folded, [`${mode} ${side}`]: value } }))

export const keepWidth = (side: Side, width: number): void =>
  useFrame.setState(({ widths }) => ({ widths: { ...widths, [side]: Math.round(width) } }))

export const keepSplit = (panel: string, split: Split): void =>
  useFrame.setState(({ splits }) => ({ splits: { ...splits, [panel]: split } }))

/** Gives the window to a pane, or back to all of them. */
export const maximise = (pane: PaneId | undefined): void => useFrame.setState({ maximised: pane })

/** What is kept of it between visits. */
export const frameText = ({ folded, widths, splits }: Frame): string =>
  JSON.stringify({ folded, widths, splits })

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const entries = <Value>(value: unknown, isOne: (one: unknown) => one is Value): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).filter((entry): entry is [string, Value] => isOne(entry[1])),
  )

const isSplit = (value: unknown): value is Split =>
  isRecord(value) &&
  typeof value['isBeside'] === 'boolean' &&
  typeof value['size'] === 'number' &&
  value['size'] >= 5 &&
  value['size'] <= 95
const isWidth = (value: unknown): value is number => typeof value === 'number' && value > 0
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'

/** Takes up what was kept, as far as it is whole. */
export function resumeFrame(text: string): void {
  try {
    const kept: unknown = JSON.parse(text)
    if (!isRecord(kept)) return
    useFrame.setState({
      folded: entries(kept['folded'], isBoolean),
      widths: entries(kept['widths'], isWidth),
      splits: entries(kept['splits'], isSplit),
    })
  } catch {
    // Nothing was kept, or it is not ours: the frame begins as it is made.
  }
}

/** What a node of the canvas is given, and what is the same for every node of its kind. */
import type { Node } from '@xyflow/react'
import type { DifferenceMark } from '#features/canvas/difference-marks.ts'
import type { NodeKindId } from '#things/behavior-rows.ts'
import type { FitId } from '#things/fit.ts'
import type { Outcome } from '#things/outcome.ts'
import type { CanvasNode } from '#things/project.ts'
import type { Summary } from '#things/summary.ts'
import type { GlyphName } from '#ui/Glyph.tsx'

/** What a node is while an edge or an item of the palette is dragged: a place for it, or why it is none. */
export type Offer = 'valid' | { readonly refusal: string }

/** What came of a request at a node: a status, or hit and miss, and of which kind that is. */
export interface Told {
  readonly text: string
  readonly outcome: Outcome | undefined
  /** In words, where the text needs them. */
  readonly words?: string
}

export interface NodeData extends Record<string, unknown> {
  readonly node: CanvasNode
  readonly summary: Summary
  readonly fit: FitId
  readonly errors: number
  readonly warnings: number
  /** The traced request passed it. */
  readonly isLit: boolean
  /** What came of the traced request here; of a behavior also what came of the last one that it took. */
  readonly told: Told | undefined
  /** Answers of an origin that are pinned for traces. */
  readonly pins: number
  /** What somebody wrote at it; empty where nobody did. */
  readonly note: string
  readonly isDim: boolean
  /** It uses the policy, function or other resource that is selected. */
  readonly isUser: boolean
  readonly offer: Offer | undefined
  /** What differs from the state that the design is compared with. */
  readonly difference: DifferenceMark | undefined
}
export type DesignFlowNode = Node<NodeData, 'design'>

/** So many letters of a name have room in every row and card. */
export const roomForName = 10

/** The width and height of a handle, px, as the style sheet has them. */
export const handleSize = 9
/** The handles that a node has: rows are led to by their frame, which needs none. */
export const handlesOf = ({ kind }: CanvasNode): ('target' | 'source')[] => [
  ...(kind === 'distribution' || kind === 'group' || kind === 'origin' ? (['target'] as const) : []),
  ...(kind === 'behavior' || kind === 'lane' || kind === 'group' || kind === 'viewer'
    ? (['source'] as const)
    : []),
]

/** What is the same for every node of its kind; its color has the style sheet. */
export const kinds: Readonly<Record<NodeKindId, { word: string; glyph: GlyphName }>> = {
  viewer: { word: 'Viewers', glyph: 'viewers' },
  distribution: { word: 'Distribution', glyph: 'distribution' },
  behavior: { word: 'Cache behavior', glyph: 'behavior' },
  lane: { word: 'Folded cache behaviors', glyph: 'lane' },
  group: { word: 'Origin group', glyph: 'group' },
  origin: { word: 'Origin', glyph: 'server' },
}

export const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** The functions and other policies of a row, for those who hear it. */
const rowWords = ({ row }: Summary): string[] => [
  ...(row?.functions ?? []).map(({ name, event }) => `${name} on ${event ?? 'no event'}`),
  ...(row?.policies ?? []).filter(({ field }) => field !== 'CachePolicyId').map(({ name }) => name),
]

/** A node in one sentence, for those who hear the canvas. */
export function spokenName({
  node,
  summary,
  errors,
  warnings,
  told,
  note,
  pins,
  isUser,
  difference,
}: NodeData): string {
  const problems = [errors > 0 && counted(errors, 'error'), warnings > 0 && counted(warnings, 'warning')]
  return [
    node.kind === 'viewer' ? undefined : kinds[node.kind].word,
    summary.title,
    node.order !== undefined && `precedence ${node.order}`,
    summary.subtitle,
    ...summary.badges,
    ...rowWords(summary),
    ...problems,
    told !== undefined && told.text !== '' && (told.words ?? `last trace ${told.text}`),
    pins > 0 && counted(pins, 'pinned answer'),
    isUser && 'uses what is selected',
    note !== '' && `note: ${note}`,
    difference && `compared: ${difference.words.replaceAll('\n', ', ')}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/**
 * The text and the design, kept the same from both sides. Invariants: text that reads becomes one edit of the design
 * after a pause; text that does not read changes nothing; the text is never replaced under the hands of who types.
 */
import { adoptText, movedPath } from '#core/edits/adopt.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Edit } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'
import type { Place } from './places.ts'
import type { SourceClient } from './source-client.ts'
import type { SourceProblem } from './source-text.ts'

export type SyncStatus =
  /** The text says what the design is. */
  | { readonly is: 'same' }
  /** Typed, and not read yet. */
  | { readonly is: 'typing' }
  /** Typed in a large text, which is read when the person says so. */
  | { readonly is: 'waiting' }
  /** The design is what the last text that read said. */
  | { readonly is: 'broken'; readonly problems: readonly SourceProblem[] }
  /** The design was edited elsewhere while the text was not the design's. */
  | { readonly is: 'apart'; readonly problems: readonly SourceProblem[] }

export interface SyncPorts {
  readonly client: Pick<SourceClient, 'ask'>
  readonly document: () => DesignDocument
  /** The format that the text is written in. */
  readonly format: () => string
  readonly commit: (edit: Edit) => void
  readonly selection: () => Path | undefined
  readonly select: (path: Path | undefined) => void
  readonly editor: {
    readonly text: () => string
    readonly setText: (text: string) => void
    readonly endStep: () => void
  }
  readonly tell: (state: SyncState) => void
  /** Milliseconds; for naming bursts of typing. */
  readonly now: () => number
}
export interface SyncState {
  readonly status: SyncStatus
  readonly places: readonly Place[]
  readonly notes: readonly SourceProblem[]
  readonly losses: readonly string[]
}

/** Milliseconds without a key before a text is read. */
export const typingPause = 250
/** Milliseconds between two readings that still are one step of undo. */
const burstPause = 1200

export class Sync {
  private readonly ports: SyncPorts
  private state: SyncState = { status: { is: 'same' }, places: [], notes: [], losses: [] }
  /** The design that the text says, or that it is being written from. */
  private told: DesignDocument | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private turn = 0
  private burst = { name: 0, until: 0 }
  private isOver = false

  constructor(ports: SyncPorts) {
    this.ports = ports
  }

  get status(): SyncStatus['is'] {
    return this.state.status.is
  }

  private tell(change: Partial<SyncState>): void {
    if (this.isOver) return
    this.state = { ...this.state, ...change }
    this.ports.tell(this.state)
  }

  /** Starts with a text that was already written for this design. */
  begin(document: DesignDocument, places: readonly Place[], losses: readonly string[]): void {
    this.told = document
    this.tell({ status: { is: 'same' }, places, losses })
  }

  /** The person typed. */
  typed(isLarge: boolean): void {
    clearTimeout(this.timer)
    this.turn += 1
    this.tell({ status: { is: isLarge ? 'waiting' : 'typing' } })
    if (!isLarge) this.timer = setTimeout(() => void this.read(), typingPause)
  }

  /** Reads what was typed now. */
  async read(): Promise<void> {
    clearTimeout(this.timer)
    this.turn += 1
    const { turn } = this
    const { client, document, editor } = this.ports
    const text = editor.text()
    const reading = await client.ask('read', text, document().source?.parameters ?? {})
    if (turn !== this.turn || this.isOver) return
    if (!reading.ok) {
      this.tell({ status: { is: 'broken', problems: reading.problems } })
      return
    }
    this.adopt(reading.document)
    this.tell({ status: { is: 'same' }, places: reading.places, notes: reading.notes, losses: [] })
  }

  private adopt(read: DesignDocument): void {
    const { commit, document, editor, now, select, selection } = this.ports
    const before = document()
    const at = now()
    if (at > this.burst.until) this.burst.name += 1
    this.burst.until = at + burstPause
    editor.endStep()
    commit(adoptText(before, read, String(this.burst.name)))
    const after = document()
    this.told = after
    const path = selection()
    const moved = path && movedPath(before, after, path)
    if (moved !== path) select(moved)
  }

  /** The design changed, here or elsewhere. */
  async changed(): Promise<void> {
    const { client, document, editor } = this.ports
    const now = document()
    const isKnown = this.told?.resources === now.resources && this.told.source?.text === now.source?.text
    if (isKnown) return
    const { status } = this.state
    if (status.is !== 'same') {
      this.tell({ status: { is: 'apart', problems: 'problems' in status ? status.problems : [] } })
      return
    }
    this.told = now
    // Whatever is typed next begins a step of its own.
    this.burst.until = 0
    const { turn } = this
    const written = await client.ask('write', this.ports.format(), now)
    if (turn !== this.turn || this.told !== now || this.isOver) return
    editor.setText(written.text)
    this.tell({ status: { is: 'same' }, places: written.places, losses: written.losses, notes: [] })
  }

  /** Gives up what was typed and shows the design's text. */
  async discard(): Promise<void> {
    clearTimeout(this.timer)
    this.turn += 1
    this.told = undefined
    this.tell({ status: { is: 'same' } })
    await this.changed()
  }

  dispose(): void {
    clearTimeout(this.timer)
    this.isOver = true
  }
}

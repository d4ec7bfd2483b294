import { type Path, toPointer } from '#core/model/path.ts'
import type { MessageChange, TraceEvent } from '#core/model/scenario.ts'
import { changesInWords, MessageWatch } from '#core/trace/message/message-changes.ts'
import type { Exchange, Note } from './exchange.ts'
import type { Stage } from './stage.ts'

type OpenEvent = TraceEvent & { changes?: readonly MessageChange[] }

/** A compiled distribution's paths are told again with every request. */
const pointers = new WeakMap<Path, string>()
function pointerOf(path: Path): string {
  const pointer = pointers.get(path) ?? toPointer(path)
  pointers.set(path, pointer)
  return pointer
}

/** Where an exchange is: the stage that runs, what it told last, and the messages as they were before it. */
interface Progress {
  /** Null where nobody asks what the stages change. */
  readonly watch: MessageWatch | null
  stage: Stage | null
  event: OpenEvent | null
}

/** Writes the story of one request. A silent run has none, and its stages build no sentence. */
export class Recorder {
  readonly events: OpenEvent[] = []
  /** The fetch of a custom error page is an exchange within the exchange. */
  private readonly progress = new Map<Exchange, Progress>()
  private readonly tellsChanges: boolean

  constructor(tellsChanges = true) {
    this.tellsChanges = tellsChanges
  }

  /** Begins a stage; what changed since the last one began is told of that one. */
  noteOf(stage: Stage, exchange: Exchange): Note {
    const progress = this.progress.get(exchange) ?? {
      watch: this.tellsChanges ? new MessageWatch(exchange) : null,
      stage: null,
      event: null,
    }
    this.progress.set(exchange, progress)
    this.settle(exchange)
    progress.stage = stage
    progress.event = null
    return (detail, because, duration) => {
      const causes = because?.flatMap((path) => (path === null ? [] : [pointerOf(path)])) ?? []
      progress.event = this.tell(stage, detail, causes, duration)
    }
  }

  /** Ends the story: what the last stage changed is told. */
  finish(exchange: Exchange): void {
    this.settle(exchange)
    this.progress.delete(exchange)
  }

  private tell(stage: Stage, detail: string, causes: readonly string[], duration?: number): OpenEvent {
    const event: OpenEvent = {
      stage: stage.id,
      title: stage.title,
      detail,
      docs: 'documented' in stage.basis ? stage.basis.documented : (stage.basis.docs ?? null),
      basis: 'documented' in stage.basis ? 'documented' : 'inferred',
      ...(causes.length > 0 && { because: causes }),
      ...(duration !== undefined && { duration }),
    }
    this.events.push(event)
    return event
  }

  private settle(exchange: Exchange): void {
    const progress = this.progress.get(exchange)
    if (!progress?.stage || !progress.watch) return
    const changes = progress.watch.take(exchange)
    if (changes.length === 0) return
    const event = progress.event ?? this.tell(progress.stage, changesInWords(changes), [])
    event.changes = changes
  }
}

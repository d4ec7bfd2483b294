import { type Path, toPointer } from '#core/model/path.ts'
import type { MessageChange, Said, TraceEvent } from '#core/model/scenario.ts'
import type { Basis, Note, Teller } from '#core/trace/message/message.ts'
import { changesInWords, MessageWatch } from '#core/trace/message/message-changes.ts'
import { sentenceOf } from '#core/trace/message/sentence.ts'
import type { Exchange, Recorder } from './exchange.ts'

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
  teller: Teller | null
  event: OpenEvent | null
}

const wordOf = (basis: Basis): TraceEvent['basis'] =>
  'documented' in basis ? 'documented' : 'observed' in basis ? 'observed' : 'inferred'

/** Writes the story of one request. A silent run has none, and its stages build no sentence. */
export class StoryRecorder implements Recorder {
  readonly events: OpenEvent[] = []
  /** The fetch of a custom error page is an exchange within the exchange. */
  private readonly progress = new Map<Exchange, Progress>()
  private readonly tellsChanges: boolean

  constructor(tellsChanges = true) {
    this.tellsChanges = tellsChanges
  }

  /** Begins a stage; what changed since the last one began is told of that one. */
  noteOf(teller: Teller, exchange: Exchange): Note {
    const progress = this.progress.get(exchange) ?? {
      watch: this.tellsChanges ? new MessageWatch(exchange) : null,
      teller: null,
      event: null,
    }
    this.progress.set(exchange, progress)
    this.settle(exchange)
    progress.teller = teller
    progress.event = null
    return (told, because, basis = teller.basis, duration) => {
      const causes = because?.flatMap((path) => (path === null ? [] : [pointerOf(path)])) ?? []
      progress.event = this.tell({ ...teller, basis }, told, causes, duration)
    }
  }

  /** Ends the story: what the last stage changed is told. */
  finish(exchange: Exchange): void {
    this.settle(exchange)
    this.progress.delete(exchange)
  }

  private tell(teller: Teller, told: string | Said, causes: readonly string[], duration?: number): OpenEvent {
    const event: OpenEvent = {
      stage: teller.id,
      title: teller.title,
      detail: typeof told === 'string' ? told : sentenceOf(told),
      ...(typeof told !== 'string' && { said: told }),
      docs: 'documented' in teller.basis ? teller.basis.documented : (teller.basis.docs ?? null),
      basis: wordOf(teller.basis),
      ...(causes.length > 0 && { because: causes }),
      ...(duration !== undefined && { duration }),
    }
    this.events.push(event)
    return event
  }

  private settle(exchange: Exchange): void {
    const progress = this.progress.get(exchange)
    if (!progress?.teller || !progress.watch) return
    const changes = progress.watch.take(exchange)
    if (changes.length === 0) return
    const event = progress.event ?? this.tell(progress.teller, changesInWords(changes), [])
    event.changes = changes
  }
}

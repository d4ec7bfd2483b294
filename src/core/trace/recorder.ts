import { toPointer } from '#core/model/path.ts'
import type { TraceEvent } from '#core/model/scenario.ts'
import type { Note } from './exchange.ts'
import type { Stage } from './stage.ts'

/** Writes the story of one request. A silent run has none, and its stages build no sentence. */
export class Recorder {
  readonly events: TraceEvent[] = []

  noteOf(stage: Stage): Note {
    const isDocumented = 'documented' in stage.basis
    const docs = 'documented' in stage.basis ? stage.basis.documented : (stage.basis.docs ?? null)
    return (detail, because, duration) => {
      const pointers = because?.flatMap((path) => (path === null ? [] : [toPointer(path)])) ?? []
      this.events.push({
        stage: stage.id,
        title: stage.title,
        detail,
        docs,
        basis: isDocumented ? 'documented' : 'inferred',
        ...(pointers.length > 0 && { because: pointers }),
        ...(duration !== undefined && { duration }),
      })
    }
  }
}

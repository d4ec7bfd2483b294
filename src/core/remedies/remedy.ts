/** A change that would make a request a hit, and one to try. */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { Edit } from '#core/model/edit.ts'
import type { ScriptedOrigins, ViewerRequest } from '#core/model/scenario.ts'
import type { SimulationOptions } from '#core/trace/engine/simulation.ts'

export interface Remedy {
  /** A sentence: what is changed, and to what. */
  readonly text: string
  /** What a person has to know of the site for it to be right, as a sentence. */
  readonly mind: string
  /** The edit that makes it; null where it is not the design's to change. */
  readonly edit: Edit | null
}

/** A change to try. */
export interface Candidate extends Remedy {
  readonly request?: (request: ViewerRequest) => ViewerRequest
  readonly origins?: (origins: ScriptedOrigins) => ScriptedOrigins
}

/** What two requests are played with. */
export interface Played extends Omit<SimulationOptions, 'origins' | 'distribution' | 'now'> {
  readonly document: DesignDocument
  readonly distribution: LogicalId
  readonly origins: ScriptedOrigins
}

/** What became of a request, for whoever watches: the terminal, the admin port, a recording. */
import type { RequestResult } from '#core/model/scenario.ts'
import type { EngineRequest, EngineResponse } from '#core/trace/message/message.ts'

export interface Told {
  /** `x-frontage-trace`. */
  readonly id: string
  readonly distribution: string
  readonly request: EngineRequest
  /** Made when it is first read. */
  readonly result: RequestResult
  /** What is sent for it; null where the connection became a WebSocket. */
  readonly answer: EngineResponse | null
  /** Milliseconds of the simulated clock. */
  readonly at: number
}

/** How many stories a second are told: nobody reads more, and each costs as much as an answer. */
const mostInSecond = 500

/** Says of each request whether its story is told. */
export class Attention {
  private second = 0
  private told = 0

  /** `now` in the machine's milliseconds. */
  takes(now: number): boolean {
    const second = Math.floor(now / 1000)
    if (second !== this.second) {
      this.second = second
      this.told = 0
    }
    this.told += 1
    return this.told <= mostInSecond
  }
}

/** The last requests, by id. */
export class Stories {
  private readonly most: number
  private readonly told = new Map<string, Told>()

  constructor(most: number) {
    this.most = most
  }

  add(story: Told): void {
    this.told.set(story.id, story)
    for (const id of this.told.keys()) {
      if (this.told.size <= this.most) return
      this.told.delete(id)
    }
  }

  get(id: string): Told | undefined {
    return this.told.get(id)
  }

  /** The newest first. */
  list(): Told[] {
    return [...this.told.values()].reverse()
  }
}

/** The stages whose word says most of why an answer came from where it came. */
const telling = ['cache-store', 'edge-cache', 'regional-edge-cache', 'origin-shield', 'cache-key']

/** One sentence on why. */
export function whyOf({ resultType, events, status }: RequestResult): string {
  const errors = events.filter(({ stage }) => stage === 'origin-fetch')
  const last = errors.at(-1)
  if (resultType === 'Error' && status >= 500 && last) return last.detail
  if (resultType === 'Error' || resultType === 'Redirect') {
    const ending = events.findLast(({ stage }) => stage !== 'response-headers' && stage !== 'cache-store')
    if (ending) return ending.detail
  }
  for (const stage of resultType === 'Hit' ? telling.slice(1) : telling) {
    const event = events.findLast((each) => each.stage === stage)
    if (event) return event.detail
  }
  return events.at(-1)?.detail ?? ''
}

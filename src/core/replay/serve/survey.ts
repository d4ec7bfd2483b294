/** A first pass over a log that can be read twice: sizes of objects, and how long they stayed fresh. */

import { ByteTable } from '#core/replay/read/byte-table.ts'
import { columnOf } from '#core/replay/read/columns.ts'
import { LineClock, loggedResultOf, type Places, whyNot } from '#core/replay/read/line-reader.ts'
import { textOf } from '#core/replay/read/log-line.ts'
import type { TakeLine } from '#core/replay/read/log-reader.ts'
import type { Answers } from './answers.ts'
import { type Evidence, LifetimeEvidence } from './learn.ts'
import { PairTable } from './pair-table.ts'
import type { Replay } from './replay.ts'
import type { Shapes, Target } from './shapes.ts'
import { ShardShare } from './shard.ts'
import { integer, LogWindow, loggedMask, loggedShift } from './window.ts'

const hit = 1
const miss = 3

export class Survey {
  private readonly shapes: Shapes
  private readonly answers: Answers
  private readonly places: Places
  /** What the readers of the log are to hand on. */
  readonly share: ShardShare
  private readonly clock = new LineClock()
  private readonly evidence = new LifetimeEvidence()
  private readonly window: LogWindow
  private readonly typeTable = new ByteTable()
  private readonly types: (string | null)[] = []
  /** Shapes at places, and when their object was last fetched there. */
  private readonly pairs = new PairTable()
  private readonly fetchedAt: number[] = []
  private readonly fetchedAnywhere: number[] = []

  /** `window` is how many lines are waited for to bring them into order. */
  constructor(replay: Replay, window?: number) {
    this.window = new LogWindow(window)
    this.share = new ShardShare(replay.sharding, this.clock, this.window)
    this.shapes = replay.shapes
    this.answers = replay.answers
    this.places = replay.places
  }

  readonly take: TakeLine = (line) => {
    const time = this.clock.timeOf(line)
    if (Number.isNaN(time)) return null
    if (whyNot(line) !== null) {
      this.window.pass(time)
      return null
    }
    const targetNumber = this.shapes.target(line)
    const target = this.shapes.targets[targetNumber] as Target // it has just been given out
    this.answers.learnSize(line, target)
    const logged = loggedResultOf(line)
    const { window } = this
    if (logged < hit || logged > miss) {
      window.pass(time)
      return null
    }
    const row = window.add(time)
    const at = window.integersOf(row)
    window.integers[at + integer.shape] = this.shapes.shape(line, targetNumber)
    window.integers[at + integer.place] = this.places.number(line)
    window.integers[at + integer.flags] = logged << loggedShift
    this.typeTable.begin().addColumn(line, columnOf['sc-content-type'])
    const type = this.typeTable.number()
    if (type === this.types.length) this.types.push(textOf(line, columnOf['sc-content-type']))
    window.integers[at + integer.answer] = type
    return null
  }

  /** Looks at the rows that are due, in the order of time. */
  lookAtDue(): void {
    const { window } = this
    if (window.due.length === 0) return
    for (const { rows } of window.due) for (const row of rows) this.lookAt(row)
    window.drop()
  }

  private lookAt(row: number): void {
    const { window, pairs } = this
    const time = window.times[row] as number // a row of the window, as below
    const at = window.integersOf(row)
    const shape = window.integers[at + integer.shape] as number
    const place = window.integers[at + integer.place] as number
    const logged = ((window.integers[at + integer.flags] as number) >> loggedShift) & loggedMask
    const found = pairs.find(shape, place)
    const pair = found < 0 ? pairs.add(shape, place) : found
    // A hit's object is at least as old as its last fetch by anybody; one that has expired at most as old as the last
    // fetch from here. So neither is taken for more than it shows.
    const fetched = logged === hit ? this.fetchedAnywhere[shape] : this.fetchedAt[pair]
    if (fetched !== undefined && logged !== miss && time >= fetched) {
      const target = this.shapes.targets[this.shapes.targetOf[shape] as number] as Target // every shape has one
      const type = this.types[window.integers[at + integer.answer] as number] ?? null
      this.evidence.add(target.behavior, type, (time - fetched) / 1000, logged === hit)
    }
    if (logged === hit) return
    this.fetchedAt[pair] = time
    this.fetchedAnywhere[shape] = time
  }

  /** Ends the survey: what it has shown. */
  end(): Evidence {
    this.window.end()
    this.lookAtDue()
    return this.evidence.classes
  }
}

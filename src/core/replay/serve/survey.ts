/** A first pass over a log: sizes of objects, and how long they stayed fresh. Its rows are kept for the second, if they fit. */
import type { Answers } from './answers.ts'
import { Intake } from './intake.ts'
import { KeptRows } from './kept-rows.ts'
import { type Bins, type Evidence, LifetimeEvidence } from './learn.ts'
import { PairTable } from './pair-table.ts'
import type { Replay } from './replay.ts'
import { float, integer, loggedMask, loggedShift, type Rows } from './rows.ts'
import type { Shapes } from './shapes.ts'
import type { Target } from './targets.ts'

const hit = 1
const miss = 3

export class Survey {
  readonly intake: Intake
  readonly kept: KeptRows
  private readonly replay: Replay
  private readonly shapes: Shapes
  private readonly answers: Answers
  private readonly evidence = new LifetimeEvidence()
  /** By behavior, then by kind of answer. */
  private readonly bins: (Bins | undefined)[][] = []
  /** Shapes at places, and when their object was last fetched there. */
  private readonly pairs = new PairTable()
  private readonly fetchedAt: number[] = []
  /** By shape; not a number where it has not been. */
  private fetchedAnywhere = new Float64Array(0)

  /** `window` is how many lines are waited for to bring them into order. */
  constructor(replay: Replay, mostKept: number, window?: number) {
    this.intake = new Intake(replay, window)
    this.kept = new KeptRows(mostKept)
    this.replay = replay
    this.shapes = replay.shapes
    this.answers = replay.answers
  }

  /** Looks at the rows that are due: those of a path in the order of time. */
  lookAtDue(): void {
    for (const batch of this.intake.window.handOver()) {
      const lineup = this.replay.lineUp(batch)
      const { rows } = lineup
      this.makeRoom()
      for (let row = 0; row < rows.count; row += 1) this.lookAt(rows, row)
      this.kept.add(lineup)
    }
  }

  private makeRoom(): void {
    if (this.fetchedAnywhere.length >= this.shapes.size) return
    const larger = new Float64Array(this.shapes.size).fill(Number.NaN)
    larger.set(this.fetchedAnywhere)
    this.fetchedAnywhere = larger
  }

  private lookAt(rows: Rows, row: number): void {
    const { shapes, answers } = this
    const { integers, floats } = rows
    const at = rows.integersOf(row)
    const from = rows.floatsOf(row)
    const shape = integers[at + integer.shape] as number // below the count, as are the others
    const target = shapes.targets[shapes.targetOf[shape] as number] as Target // every shape has one
    const kind = integers[at + integer.kind] as number
    answers.learnSize(
      target,
      kind,
      floats[from + float.measured] as number,
      floats[from + float.bytes] as number,
    )
    const logged = ((integers[at + integer.flags] as number) >> loggedShift) & loggedMask
    if (logged < hit || logged > miss) return
    const place = integers[at + integer.place] as number
    this.compare(shape, place, logged, rows.times[row] as number, target.behavior, kind)
  }

  private compare(
    shape: number,
    place: number,
    logged: number,
    time: number,
    behavior: number,
    kind: number,
  ): void {
    const { pairs, fetchedAnywhere, fetchedAt } = this
    // A hit's object is at least as old as its last fetch by anybody; one that has expired at most as old as the last
    // fetch from here. So neither is taken for more than it shows.
    if (logged === hit) {
      const fetched = fetchedAnywhere[shape] as number // there is room for every shape
      if (time >= fetched) this.evidence.add(this.binsOf(behavior, kind), (time - fetched) / 1000, true)
      return
    }
    const found = pairs.find(shape, place)
    const fetched = found < 0 ? Number.NaN : (fetchedAt[found] as number) // every pair has one
    if (logged !== miss && time >= fetched)
      this.evidence.add(this.binsOf(behavior, kind), (time - fetched) / 1000, false)
    fetchedAt[found < 0 ? pairs.add(shape, place) : found] = time
    fetchedAnywhere[shape] = time
  }

  private binsOf(behavior: number, kind: number): Bins {
    const ofBehavior = this.bins[behavior] ?? []
    this.bins[behavior] = ofBehavior
    const known = ofBehavior[kind] ?? this.evidence.binsOf(behavior, this.answers.typeOf(kind))
    ofBehavior[kind] = known
    return known
  }

  /** Ends the survey: what it has shown. */
  end(): Evidence {
    this.intake.window.end()
    this.lookAtDue()
    return this.evidence.classes
  }
}

/** Takes lines of a log into a window, as rows of numbers. */
import {
  bytesOf,
  isEncrypted,
  LineClock,
  measuredOf,
  millisecondsOf,
  type Places,
  uploadOf,
  whyNot,
} from '#core/replay/read/line-reader.ts'
import type { LogLine } from '#core/replay/read/log-line.ts'
import type { TakeLine } from '#core/replay/read/log-reader.ts'
import type { Answers } from './answers.ts'
import { encryptedFlag, float, integer, loggedShift } from './rows.ts'
import type { Shapes } from './shapes.ts'
import { type Sharding, ShardShare } from './shard.ts'
import type { Target } from './targets.ts'
import { LogWindow } from './window.ts'

/** What gives the lines' texts their numbers. */
export interface Numbering {
  readonly shapes: Shapes
  readonly answers: Answers
  readonly places: Places
  readonly sharding: Sharding
}

const noTime = 'The line has no date and time (date and time, or timestamp).'

export class Intake {
  readonly window: LogWindow
  /** What the readers of the log are to hand on. */
  readonly share: ShardShare
  private readonly clock = new LineClock()
  private readonly numbering: Numbering

  /** `window` is how many lines are waited for to bring them into order. */
  constructor(numbering: Numbering, window?: number) {
    this.numbering = numbering
    this.window = new LogWindow(window)
    this.share = new ShardShare(numbering.sharding, this.clock, this.window)
  }

  readonly take: TakeLine = (line: LogLine) => {
    const time = this.clock.timeOf(line)
    if (Number.isNaN(time)) return noTime
    const { window } = this
    const reason = whyNot(line)
    if (reason !== null) {
      window.pass(time)
      return reason
    }
    const { shapes, answers, places } = this.numbering
    const targetNumber = shapes.target(line)
    const target = shapes.targets[targetNumber] as Target // it has just been given out
    const row = window.add(time)
    const { rows } = window
    rows.groups[row] = target.group
    const { integers, floats } = rows
    const at = rows.integersOf(row)
    const kind = answers.kindOf(line)
    integers[at + integer.shape] = shapes.shape(line, targetNumber)
    integers[at + integer.place] = places.number(line)
    integers[at + integer.kind] = kind
    integers[at + integer.path] = target.pathNumber
    const encrypted = target.hasBody && isEncrypted(line, target.method) ? encryptedFlag : 0
    integers[at + integer.flags] = answers.flagsOf(kind) | (answers.logged << loggedShift) | encrypted
    integers[at + integer.milliseconds] = millisecondsOf(line)
    const from = rows.floatsOf(row)
    floats[from + float.bytes] = bytesOf(line)
    floats[from + float.uploads] = target.hasBody ? uploadOf(line) : 0
    floats[from + float.measured] = measuredOf(line)
    return null
  }
}

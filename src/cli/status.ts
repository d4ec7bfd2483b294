/** What the command tells, and how it ends. */
import { reasonFor, SystemRefusal } from './system.ts'

/** What the command's exit status says (contract, section 2). */
export const exitStatus = {
  /** All well. */
  ok: 0,
  /** The input was read and something in it is wrong. */
  wrong: 1,
  /** The input could not be read, or the call is off. */
  unreadable: 2,
  /** A fault of ours. */
  bug: 70,
  /** A person left a question with Ctrl-C or Ctrl-D, as shells say it. */
  interrupted: 130,
} as const

/** Diagnostics for people go to standard error, so that standard output stays one document. */
export const tell = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** Whoever read the output has had enough (`| head`): nothing is wrong, and nothing more is to be said. */
const isClosedPipe = (error: Error): boolean => 'code' in error && error.code === 'EPIPE'

// What the write says is told where it is awaited; nobody is left to whom a closed standard error could be told.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

const notTaken = (error: Error) =>
  new SystemRefusal(`standard output: ${reasonFor(error, 'write') ?? error.message}`)

/** Writes to standard output and waits until it is taken, so that a pipe gets all of it. */
export const print = (text: string): Promise<void> =>
  new Promise((done, fail) => {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`, (error) =>
      error && !isClosedPipe(error) ? fail(notTaken(error)) : done(),
    )
  })

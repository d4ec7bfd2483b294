import { createInterface } from 'node:readline/promises'

/** Asks on the terminal; undefined where the person leaves the question with Ctrl-C or Ctrl-D. */
export async function ask(question: string): Promise<string | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await new Promise<string | undefined>((done) => {
      terminal.once('SIGINT', () => done(undefined))
      terminal.once('close', () => done(undefined))
      terminal.question(question).then(
        (answer) => done(answer.trim()),
        () => done(undefined),
      )
    })
  } finally {
    terminal.close()
  }
}

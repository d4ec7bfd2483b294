import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import { serveEditor } from './lsp/server.ts'
import { exitStatus } from './status.ts'

/** `frontage lsp`: speaks the Language Server Protocol on standard input and output until the editor says exit. */
export async function lsp(): Promise<number> {
  const connection = createConnection(
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  )
  const ended = new Promise<void>((done) => {
    connection.onExit(done)
    process.stdin.once('close', done)
  })
  serveEditor(connection, frontageVersion)
  await ended
  return exitStatus.ok
}

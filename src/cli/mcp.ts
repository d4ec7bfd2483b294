import { stat } from 'node:fs/promises'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { createMcpServer } from './mcp/server.ts'
import type { AccountOptions } from './reach.ts'
import { exitStatus, tell } from './status.ts'

export interface McpOptions extends AccountOptions {
  readonly root: string
}

/** `frontage mcp`: speaks the Model Context Protocol on standard input and output until its input ends. */
export async function mcp(options: McpOptions): Promise<number> {
  const folder = await stat(options.root).catch(() => undefined)
  if (!folder?.isDirectory()) {
    tell(`--root ${options.root}: there is no folder of that name.`)
    return exitStatus.unreadable
  }
  const server = createMcpServer(options, frontageVersion)
  const ended = new Promise<void>((done) => process.stdin.once('close', done).once('end', done))
  await server.connect(new StdioServerTransport())
  await ended
  await server.close()
  return exitStatus.ok
}

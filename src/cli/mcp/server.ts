/** The server that assistants speak to: tools that read, and pages. https://modelcontextprotocol.io/specification */

import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { pages } from './resources.ts'
import type { Allowed, Tool } from './tool.ts'
import { tools } from './tools/index.ts'

const answerOf = (text: string, isError: boolean): CallToolResult => ({
  content: [{ type: 'text', text }],
  ...(isError && { isError }),
})

/** A tool's answer; a fault of ours is told without its stack, which would name places of this machine. */
async function call(tool: Tool, input: unknown, allowed: Allowed): Promise<CallToolResult> {
  try {
    const result = await tool.run(input, allowed)
    return result.ok ? answerOf(JSON.stringify(result.value, null, 2), false) : answerOf(result.error, true)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return answerOf(`A fault of ours in “${tool.name}”: ${reason}`, true)
  }
}

/** A server with every tool and page; it reads files only below `allowed.root`. */
export function createMcpServer(allowed: Allowed, version: string): McpServer {
  const server = new McpServer({ name: 'frontage', version })
  for (const tool of tools) {
    const { name, title, description, input } = tool
    const annotations = { readOnlyHint: true, openWorldHint: name === 'plan' }
    server.registerTool(name, { title, description, inputSchema: input, annotations }, (given) =>
      call(tool, given, allowed),
    )
  }
  for (const { uri, title, text } of pages)
    server.registerResource(uri, uri, { title, mimeType: 'text/markdown' }, () => ({
      contents: [{ uri, mimeType: 'text/markdown', text: text() }],
    }))
  return server
}

/** Every tool that an assistant may call; all of them only read. */

import type { Tool } from '#cli/mcp/tool.ts'
import { checkTool } from './check.ts'
import { convertTool } from './convert.ts'
import { explainTool } from './explain.ts'
import { planTool } from './plan.ts'
import { reviewTool } from './review.ts'
import { traceTool } from './trace.ts'
import { whyNotHitTool } from './why-not-a-hit.ts'

export const tools: readonly Tool[] = [
  checkTool,
  explainTool,
  traceTool,
  whyNotHitTool,
  reviewTool,
  convertTool,
  planTool,
]

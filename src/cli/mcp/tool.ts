/** What one tool of the assistant's server is: a name, the words by which an assistant chooses it, its input and its work. */

import type { z } from 'zod'
import type { AccountOptions } from '#cli/reach.ts'
import type { Result } from '#core/ground/result.ts'

/** What the person who started the server allows; an assistant cannot change it. */
export interface Allowed extends AccountOptions {
  /** The folder that files are read from, and nothing outside of it. */
  readonly root: string
}

export interface Tool {
  readonly name: string
  readonly title: string
  /** When to use it and what comes back, for an assistant. */
  readonly description: string
  readonly input: z.ZodRawShape
  /** The answer, as JSON or text; the error is one that the assistant can mend. */
  readonly run: (input: unknown, allowed: Allowed) => Promise<Result<unknown, string>>
}

interface ToolOf<Shape extends z.ZodRawShape> extends Omit<Tool, 'input' | 'run'> {
  readonly input: z.ZodObject<Shape>
  readonly run: (input: z.output<z.ZodObject<Shape>>, allowed: Allowed) => Promise<Result<unknown, string>>
}

/** Ties a tool's work to its input: what does not fit never reaches it. */
export const defineTool = <Shape extends z.ZodRawShape>({ input, run, ...rest }: ToolOf<Shape>): Tool => ({
  ...rest,
  input: input.shape,
  run: (given, allowed) => run(input.parse(given), allowed),
})

/** A source as an assistant gives it: a file below the server's folder, or its text. */

import { realpath } from 'node:fs/promises'
import { isAbsolute, relative, resolve } from 'node:path'
import { z } from 'zod'
import { failureLines, type OpenedSource, oneDistribution, openSource, readingOf } from '#cli/source.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { LogicalId } from '#core/model/document.ts'
import type { Allowed } from './tool.ts'

const maxText = 5_000_000

/** The members by which each tool takes a source. */
export const sourceInput = {
  path: z
    .string()
    .optional()
    .describe(
      'A file or folder: a CloudFormation or SAM template, Terraform, a distribution config, or a Frontage design.',
    ),
  text: z.string().max(maxText).optional().describe('The source itself, instead of a path.'),
  parameters: z
    .record(z.string(), z.string())
    .optional()
    .describe('Values for template parameters or Terraform variables.'),
}
export const distributionInput = {
  distribution: z
    .string()
    .optional()
    .describe('Which distribution, by logical id; needed only where the source has several.'),
}
export interface Given {
  readonly path?: string | undefined
  readonly text?: string | undefined
  readonly parameters?: Readonly<Record<string, string>> | undefined
  readonly distribution?: string | undefined
}

/** The real place of a path, where it is below the folder; a link that leads out of it is outside. */
export async function pathInside(path: string, { root }: Allowed): Promise<Result<string, string>> {
  const real = await realpath(resolve(root, path)).catch(() => undefined)
  if (real === undefined) return failed(`There is no file “${path}” in the folder that this server reads.`)
  const inside = relative(await realpath(root), real)
  return inside.startsWith('..') || isAbsolute(inside)
    ? failed(`“${path}” is outside the folder that this server was started for.`)
    : ok(real)
}

/** Reads the source that was given. */
export async function openGiven(
  { path, text, parameters = {} }: Given,
  allowed: Allowed,
): Promise<Result<OpenedSource, string>> {
  if ((path === undefined) === (text === undefined)) return failed('Give either a path or a text.')
  if (text !== undefined) {
    const read = readingOf('text', text, parameters)
    return read.ok ? read : failed(failureLines(read.error).join('\n'))
  }
  const inside = await pathInside(path ?? '', allowed)
  if (!inside.ok) return inside
  const opened = await openSource(inside.value, parameters)
  return opened.ok ? opened : failed(failureLines(opened.error).join('\n'))
}

export interface OpenedDistribution {
  readonly opened: OpenedSource
  readonly distribution: LogicalId
}

/** The same for a tool that works on one distribution. */
export async function openOne(given: Given, allowed: Allowed): Promise<Result<OpenedDistribution, string>> {
  const opened = await openGiven(given, allowed)
  if (!opened.ok) return opened
  const chosen = oneDistribution(opened.value.document, given.distribution)
  return chosen.ok ? ok({ opened: opened.value, distribution: chosen.value }) : chosen
}

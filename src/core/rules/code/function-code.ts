/** The code of the design's edge functions, with where each runs: CloudFront functions, and Lambda functions written inline. */

import type { EdgeEvent } from '#core/edge/http-message.ts'
import { parseFunctionCode } from '#core/edge/module-form.ts'
import type { Runtime } from '#core/edge/restriction-checks.ts'
import { checkRestrictions, type Restriction } from '#core/edge/restrictions.ts'
import { resourcesOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isRef, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { type EdgeUse, edgeFunctionsIn } from '#core/rules/lookup/edge-functions.ts'
import { eachBehavior } from '#core/rules/lookup/walk.ts'
import { CodeTree } from './code-tree.ts'

export interface EdgeCode {
  readonly id: LogicalId
  readonly kind: 'cloudfront-function' | 'lambda'
  /** Of the code's text. */
  readonly path: Path
  readonly code: string
  readonly tree: CodeTree
  readonly uses: readonly EdgeUse[]
}

/** Parsed once for each text: rules run after every edit, and few edits are of code. */
const parsed = new Map<string, CodeTree | undefined>()
const maxParsed = 200

function treeOf(code: string): CodeTree | undefined {
  if (parsed.has(code)) return parsed.get(code)
  if (parsed.size >= maxParsed) parsed.clear()
  const result = parseFunctionCode(code)
  const tree = 'program' in result ? new CodeTree(result.program) : undefined
  parsed.set(code, tree)
  return tree
}

const checked = new Map<string, readonly Restriction[]>()

/** What a runtime refuses in a text, found once for each. */
export function restrictionsIn(code: string, runtime: Runtime): readonly Restriction[] {
  const key = `${runtime}\n${code}`
  const before = checked.get(key)
  if (before) return before
  if (checked.size >= maxParsed) checked.clear()
  const found = checkRestrictions(code, runtime)
  checked.set(key, found)
  return found
}

/** What is told by rules of its own: that there is no handler, and the size. */
const toldElsewhere = /“handler”|10 KB/
/** Functions and modules that are not there, unlike syntax. */
const ofApi = /^“\w+” cannot be used: |^The module /

const errorsIn = (code: string, runtime: Runtime) =>
  restrictionsIn(code, runtime).filter(
    ({ severity, message }) => severity === 'error' && !toldElsewhere.test(message),
  )

/** Where code names the process, which CloudFront Functions have not. */
function processIn(code: string): Restriction | undefined {
  const tree = treeOf(code)
  if (!tree || tree.declares('process')) return undefined
  const found = tree.nodes.find(
    (node) =>
      node.type === 'MemberExpression' && node.object.type === 'Identifier' && node.object.name === 'process',
  )
  return (
    found && {
      severity: 'error',
      message: '“process” cannot be used: There is no process and no environment in CloudFront Functions.',
      line: found.loc?.start.line ?? 1,
      column: (found.loc?.start.column ?? 0) + 1,
    }
  )
}

/** The first use of what a runtime has not; of syntax too in runtime 2.0, for which there is no other rule. */
export const refusedApi = (code: string, runtime: Runtime): Restriction | undefined =>
  errorsIn(code, runtime).find(({ message }) => runtime === 'cloudfront-js-2.0' || ofApi.test(message)) ??
  processIn(code)

/** The first use of a language that runtime 1.0 does not have. */
export const refusedSyntax = (code: string, runtime: Runtime): Restriction | undefined =>
  errorsIn(code, runtime).find(({ message }) => !ofApi.test(message))

const events: readonly string[] = ['viewer-request', 'viewer-response', 'origin-request', 'origin-response']
export const isEdgeEvent = (event: unknown): event is EdgeEvent =>
  typeof event === 'string' && events.includes(event)

function usesByFunction(document: DesignDocument): Map<LogicalId, EdgeUse[]> {
  const uses = new Map<LogicalId, EdgeUse[]>()
  for (const placed of eachBehavior(document))
    for (const item of placed.behavior.FunctionAssociations ?? []) {
      const arn: unknown = known(item)?.FunctionARN
      const event = known(known(item)?.EventType)
      if (!isRef(arn) || !isEdgeEvent(event)) continue
      const own = uses.get(arn.ref) ?? []
      own.push({ event, placed })
      uses.set(arn.ref, own)
    }
  return uses
}

function read(document: DesignDocument): EdgeCode[] {
  const found: EdgeCode[] = []
  const functions = resourcesOf(document, 'Function')
  const uses = functions.length > 0 ? usesByFunction(document) : new Map<LogicalId, EdgeUse[]>()
  for (const { id, config, path } of functions) {
    const code = known(config.FunctionCode)
    const tree = code === undefined ? undefined : treeOf(code)
    if (code !== undefined && tree)
      found.push({
        id,
        kind: 'cloudfront-function',
        path: [...path, 'FunctionCode'],
        code,
        tree,
        uses: uses.get(id) ?? [],
      })
  }
  for (const { id, inlineCode, uses: own } of edgeFunctionsIn(document)) {
    const tree = inlineCode && treeOf(inlineCode.code)
    if (inlineCode && tree) found.push({ id, kind: 'lambda', ...inlineCode, tree, uses: own })
  }
  return found
}

const byResources = new WeakMap<DesignDocument['resources'], EdgeCode[]>()

/** Every edge function whose code stands in the design and can be parsed. */
export function edgeCodesIn(document: DesignDocument): readonly EdgeCode[] {
  const before = byResources.get(document.resources)
  if (before) return before
  const found = read(document)
  byResources.set(document.resources, found)
  return found
}

/** Whether a function runs on an event; one that is not associated could run on either viewer event. */
export const mayRunOn = ({ uses, kind }: EdgeCode, event: EdgeEvent): boolean =>
  uses.length === 0
    ? kind === 'cloudfront-function' && event.startsWith('viewer')
    : uses.some((use) => use.event === event)

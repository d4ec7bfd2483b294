/** Whether the end of a function's body can be reached, which is where it returns nothing. */
import type { AnyNode, Statement } from 'acorn'

/** How a statement can be left: at its end, and by `break` to which labels (the empty one is the nearest). */
interface Completion {
  readonly ends: boolean
  readonly breaks: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()
const stops: Completion = { ends: false, breaks: none }
const passes: Completion = { ends: true, breaks: none }

const both = (a: Completion, b: Completion): Completion => ({
  ends: a.ends || b.ends,
  breaks: new Set([...a.breaks, ...b.breaks]),
})
const without = (breaks: ReadonlySet<string>, label: string): ReadonlySet<string> =>
  new Set([...breaks].filter((one) => one !== label))

const isAlways = (test: AnyNode | null | undefined, value: boolean): boolean =>
  test?.type === 'Literal' ? Boolean(test.value) === value : false

function ofList(statements: readonly (Statement | AnyNode)[]): Completion {
  let breaks = none
  for (const statement of statements) {
    const one = completionOf(statement)
    breaks = new Set([...breaks, ...one.breaks])
    if (!one.ends) return { ends: false, breaks }
  }
  return { ends: true, breaks }
}

/** A loop whose test never fails is left by `break` only. */
const ofLoop = (body: AnyNode, isEndless: boolean): Completion => {
  const { breaks } = completionOf(body)
  return { ends: !isEndless || breaks.has(''), breaks: without(breaks, '') }
}

function ofSwitch(node: Extract<AnyNode, { type: 'SwitchStatement' }>): Completion {
  let ends = !node.cases.some(({ test }) => !test) || node.cases.length === 0
  let breaks = none
  for (const [index, { consequent }] of node.cases.entries()) {
    const one = ofList(consequent)
    breaks = new Set([...breaks, ...one.breaks])
    if (index === node.cases.length - 1 && one.ends) ends = true
  }
  return { ends: ends || breaks.has(''), breaks: without(breaks, '') }
}

function ofTry(node: Extract<AnyNode, { type: 'TryStatement' }>): Completion {
  const tried = completionOf(node.block)
  const inner = node.handler ? both(tried, completionOf(node.handler.body)) : tried
  if (!node.finalizer) return inner
  const last = completionOf(node.finalizer)
  return last.ends ? { ends: inner.ends, breaks: new Set([...inner.breaks, ...last.breaks]) } : last
}

function completionOf(node: AnyNode): Completion {
  switch (node.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'ContinueStatement':
      return stops
    case 'BreakStatement':
      return { ends: false, breaks: new Set([node.label?.name ?? '']) }
    case 'BlockStatement':
      return ofList(node.body)
    case 'IfStatement': {
      const yes = completionOf(node.consequent)
      if (isAlways(node.test, true)) return yes
      return both(yes, node.alternate ? completionOf(node.alternate) : passes)
    }
    case 'WhileStatement':
      return ofLoop(node.body, isAlways(node.test, true))
    case 'ForStatement':
      return ofLoop(node.body, !node.test || isAlways(node.test, true))
    case 'DoWhileStatement': {
      const body = completionOf(node.body)
      const mayContinue = body.ends || hasContinue(node.body)
      const ends = (mayContinue && !isAlways(node.test, true)) || body.breaks.has('')
      return { ends, breaks: without(body.breaks, '') }
    }
    case 'ForInStatement':
    case 'ForOfStatement':
      return ofLoop(node.body, false)
    case 'SwitchStatement':
      return ofSwitch(node)
    case 'TryStatement':
      return ofTry(node)
    case 'LabeledStatement': {
      const body = completionOf(node.body)
      return {
        ends: body.ends || body.breaks.has(node.label.name),
        breaks: without(body.breaks, node.label.name),
      }
    }
    default:
      return passes
  }
}

function hasContinue(node: AnyNode): boolean {
  if (node.type === 'ContinueStatement') return true
  if (node.type === 'BlockStatement') return node.body.some(hasContinue)
  if (node.type === 'IfStatement')
    return hasContinue(node.consequent) || (node.alternate ? hasContinue(node.alternate) : false)
  return false
}

const byBody = new WeakMap<AnyNode, boolean>()

/** Whether some path through a function's body comes to its end without a return; found once for each. */
export function canFallOut(body: Extract<AnyNode, { type: 'BlockStatement' }>): boolean {
  const ends = byBody.get(body) ?? completionOf(body).ends
  byBody.set(body, ends)
  return ends
}

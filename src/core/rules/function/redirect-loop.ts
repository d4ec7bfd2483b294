import { coversName } from '#core/model/domain-names.ts'
import { knownItems } from '#core/model/field.ts'
import { textPattern } from '#core/rules/code/code-text.ts'
import { lineOf } from '#core/rules/code/code-tree.ts'
import { type EdgeCode, edgeCodesIn } from '#core/rules/code/function-code.ts'
import { type Condition, type Redirect, redirectsIn } from '#core/rules/code/redirects.ts'
import { behaviorFor, uriAssignments } from '#core/rules/code/rewrites.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import type { EdgeUse } from '#core/rules/lookup/edge-functions.ts'

interface Target {
  /** Undefined where it stays what it was. */
  readonly host: string | undefined
  /** As a pattern; undefined where it stays what it was. */
  readonly path: string | undefined
}

const sameHost = '(host)'
const samePath = '/(uri)'
const marks = {
  'event.request.uri': samePath,
  'event.request.headers.host.value': sameHost,
  'event.request.headers.host.0.value': sameHost,
}

/** Where a redirect leads; undefined where that is not certain. */
function targetOf({ tree }: EdgeCode, { location }: Redirect): Target | undefined {
  const text = textPattern(tree, location, marks)
  const parts = /^(?:https?:\/\/([^/*]+))?(\/(?!\/).*|$)/.exec(text ?? '')
  if (!parts || text === '') return undefined
  const [, host, path = '/'] = parts
  return {
    host: host === sameHost ? undefined : host,
    path: path === samePath ? undefined : path === '' ? '/' : path.replaceAll(samePath, '/*'),
  }
}

const isOwnHost = ({ placed }: EdgeUse, host: string) =>
  knownItems(placed.distribution.config.Aliases).some((alias) => coversName(alias, host))

/** Whether a text that is known up to its wildcards is sure to meet a condition. */
function meets({ how, text, isNegated }: Condition, value: string): boolean {
  const isOpen = value.includes('*')
  const [head = '', tail = ''] = [value.split('*')[0], value.split('*').at(-1)]
  if (isNegated) {
    if (!isOpen) return !meets({ of: 'uri', how, text, isNegated: false }, value)
    return how !== 'ends' && !text.startsWith(head) && !head.startsWith(text)
  }
  if (how === 'is') return !isOpen && value === text
  return how === 'starts' ? head.startsWith(text) : tail.endsWith(text)
}

/** Whether the new URL is served by the same function and meets all that led to the redirect. */
function comesBack({ uses }: EdgeCode, use: EdgeUse, target: Target, { conditions }: Redirect): boolean {
  const { event, placed } = use
  if (event !== 'viewer-request' || (target.host !== undefined && !isOwnHost(use, target.host))) return false
  const next = target.path === undefined ? placed : behaviorFor(placed.distribution, target.path)
  const isServed = uses.some(
    (one) =>
      one.event === event &&
      one.placed.distribution.id === placed.distribution.id &&
      one.placed.index === next?.index,
  )
  return (
    next !== undefined &&
    isServed &&
    conditions.every((condition) => {
      const value = condition.of === 'uri' ? target.path : target.host
      return value === undefined || meets(condition, value)
    })
  )
}

export const functionRedirectLoop = defineRule({
  id: 'function/redirect-loop',
  severity: 'warning',
  sees: 'all',
  summary: 'A redirect leads back to itself.',
  why: 'Where the new URL meets the same condition in the same function, the viewer is redirected until the browser gives up.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html',
  code: null,
  shows: {
    request: { url: '/' },
    outcome: { status: 301, headers: { location: { $match: 'cloudfront.net/$|^/|example.com' } } },
  },

  *check({ document }) {
    for (const edge of edgeCodesIn(document)) {
      const { handler } = edge.tree
      if (handler?.body.type !== 'BlockStatement' || uriAssignments(edge.tree).length > 0) continue
      for (const redirect of redirectsIn(edge.tree, handler.body.body)) {
        const target = targetOf(edge, redirect)
        const looping = target && edge.uses.find((use) => comesBack(edge, use, target, redirect))
        if (!looping) continue
        yield {
          path: edge.path,
          message: `${lineOf(redirect.node)} of “${edge.id}” redirects to a URL for which it redirects again, so viewers end in a loop; redirect under a condition that the new URL does not meet.`,
        }
      }
    }
  },
})

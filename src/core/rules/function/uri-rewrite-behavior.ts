import { known } from '#core/model/field.ts'
import { lineOf } from '#core/rules/code/code-tree.ts'
import { type EdgeCode, edgeCodesIn } from '#core/rules/code/function-code.ts'
import { behaviorFor, uriAssignments } from '#core/rules/code/rewrites.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

/** The use whose behavior a rewritten path would not have chosen, with the one that it would. */
function missedBy({ uses }: EdgeCode, pattern: string) {
  for (const { event, placed } of uses) {
    if (event !== 'viewer-request') continue
    const wanted = behaviorFor(placed.distribution, pattern)
    if (!wanted || wanted.index === placed.index) continue
    const isElsewhere = known(wanted.behavior.TargetOriginId) !== known(placed.behavior.TargetOriginId)
    if (wanted.index !== undefined || isElsewhere) return { placed, wanted }
  }
  return undefined
}

export const functionUriRewriteBehavior = defineRule({
  id: 'function/uri-rewrite-behavior',
  severity: 'info',
  sees: 'all',
  summary: 'A rewritten path keeps the behavior of the original one.',
  why: 'CloudFront chooses the behavior, and with it the origin and the policies, before the viewer-request function runs; a new path does not choose again.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html',
  code: null,
  shows: {
    request: { url: '/' },
    outcome: { behavior: '*', originRequests: [{ origin: 'web', path: '/api/x' }] },
  },

  *check({ document }) {
    for (const edge of edgeCodesIn(document)) {
      const rewrites = edge.uses.length === 0 ? [] : uriAssignments(edge.tree)
      for (const { node, pattern } of rewrites) {
        const missed = pattern === undefined ? undefined : missedBy(edge, pattern)
        if (!missed) continue
        yield {
          path: edge.path,
          message: `${lineOf(node)} of “${edge.id}” rewrites the path to “${pattern}”, which is for ${behaviorName(missed.wanted)}; the request stays with ${behaviorName(missed.placed)} and its origin all the same.`,
        }
      }
    }
  },
})

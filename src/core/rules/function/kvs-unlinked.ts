import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { isCallOf, lineOf } from '#core/rules/code/code-tree.ts'
import { edgeCodesIn } from '#core/rules/code/function-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionKvsUnlinked = defineRule({
  id: 'function/kvs-unlinked',
  severity: 'error',
  sees: 'all',
  summary: 'Code reads a key value store, but none is associated.',
  why: 'cf.kvs() without an association fails at each run, and the viewer gets an error.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/kvs-with-functions.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { status: 503 } },

  *check({ document }) {
    for (const { id, kind, path, tree } of edgeCodesIn(document)) {
      const target = document.resources[id]
      const settings = target?.type === 'Function' ? known(target.config.FunctionConfig) : undefined
      if (kind !== 'cloudfront-function' || !settings || settings.KeyValueStoreAssociations?.length) continue
      const call = tree.nodes.find((node) => isCallOf(node, 'kvs'))
      if (!call) continue
      yield {
        path: [...path.slice(0, -1), 'FunctionConfig', 'KeyValueStoreAssociations'],
        message: `${lineOf(call)} of “${id}” calls kvs(), and no key value store is associated, so every run fails; associate one.`,
        suggestions: resourcesOf(document, 'KeyValueStore').map((store) =>
          setAt(
            [...path.slice(0, -1), 'FunctionConfig', 'KeyValueStoreAssociations'],
            [{ KeyValueStoreARN: { ref: store.id } }],
            `Associate “${store.id}”`,
          ),
        ),
      }
    }
  },
})

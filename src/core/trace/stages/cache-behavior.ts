import { normalizePath } from '#core/http/url.ts'
import { defineStage, guide, inferred } from '#core/trace/engine/stage.ts'

const page = 'DownloadDistValuesCacheBehavior'

export const cacheBehavior = defineStage({
  id: 'cache-behavior',
  at: 'row',
  title: 'Cache behavior',
  explained: 'never',
  basis: { documented: guide(page) },
  run(exchange, note) {
    const { distribution, request } = exchange
    if (!distribution) return
    const behavior = distribution.chooseBehavior(request.path)
    exchange.behavior = behavior
    if (!note) return
    const before = distribution.behaviors.slice(0, behavior.index ?? distribution.behaviors.length - 1)
    note(
      {
        is: 'chosen',
        path: request.path,
        pattern: behavior.index === undefined ? null : behavior.pattern,
        order: before.length + 1,
        passed: before.map(({ pattern }) => pattern),
      },
      [behavior.path],
    )
    const compared = normalizePath(request.path)
    if (compared !== request.path)
      note(
        `Patterns were compared with “${compared}”; functions, cache key and origin get the path as it was sent.`,
        [behavior.path],
        inferred('AWS says so of the origin; of functions and the cache key it says nothing.', page),
      )
  },
})

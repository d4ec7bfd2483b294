import { normalizePath } from '#core/http/url.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'

export const cacheBehavior = defineStage({
  id: 'cache-behavior',
  title: 'Cache behavior',
  explained: 'never',
  basis: { documented: guide('DownloadDistValuesCacheBehavior') },
  run(exchange, note) {
    const { distribution, request } = exchange
    if (!distribution) return
    const behavior = distribution.chooseBehavior(request.path)
    exchange.behavior = behavior
    if (!note) return
    const before = distribution.behaviors.slice(0, behavior.index ?? distribution.behaviors.length - 1)
    const lost = before.map(({ pattern }) => `“${pattern}”`).join(', ')
    const passed = lost === '' ? '' : ` ${lost} ${before.length === 1 ? 'does' : 'do'} not match.`
    const compared = normalizePath(request.path)
    const normalised =
      compared === request.path
        ? ''
        : ` Patterns are compared with “${compared}”; functions, cache key and origin get the path as sent.`
    note(
      behavior.index === undefined
        ? `“${request.path}” goes to the default cache behavior.${passed}${normalised}`
        : `“${request.path}” matches “${behavior.pattern}”, number ${behavior.index + 1} in order of precedence.${passed}${normalised}`,
      [behavior.path],
    )
  },
})

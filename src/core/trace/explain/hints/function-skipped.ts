import { guide } from '#core/trace/engine/stage.ts'
import { eventThatIs } from '#core/trace/explain/events.ts'
import { defineHint } from './hint.ts'

export const functionSkipped = defineHint({
  id: 'function-skipped',
  docs: guide('edge-functions-restrictions'),
  find({ result }) {
    const event = eventThatIs(result, 'skipped')
    if (!event) return undefined
    return {
      text: `${event.detail} What it adds, such as security headers, is missing from this response. A response headers policy applies to error responses too.`,
      because: event.because ?? [],
    }
  },
})

import { guide } from '#core/trace/engine/stage.ts'
import { notRunIn } from '#core/trace/explain/not-run.ts'
import { defineHint, listed } from './hint.ts'

export const functionNotRun = defineHint({
  id: 'function-not-run',
  docs: guide('lambda-at-the-edge'),
  find({ result }) {
    const missing = notRunIn(result)
    const [first] = missing
    if (!first) return undefined
    const names = listed([...new Set(missing.map(({ name }) => name))])
    return {
      text: `This result is without ${names}: ${first.why}. CloudFront runs it, so status, headers, cache key and origin may be others there. Say what it gives, and the trace goes on with that: “functionResults” of a scenario, or --function-result.`,
      because: first.because,
    }
  },
})

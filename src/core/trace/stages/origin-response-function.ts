import { defineStage, guide } from '#core/trace/stage.ts'

export const originResponseFunction = defineStage({
  id: 'origin-response-function',
  title: 'Origin response function',
  basis: { documented: guide('lambda-cloudfront-trigger-events') },
  run() {},
})

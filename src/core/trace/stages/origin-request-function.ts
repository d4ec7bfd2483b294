import { defineStage, guide } from '#core/trace/stage.ts'

export const originRequestFunction = defineStage({
  id: 'origin-request-function',
  title: 'Origin request function',
  basis: { documented: guide('lambda-cloudfront-trigger-events') },
  run() {},
})

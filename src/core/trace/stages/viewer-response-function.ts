import { defineStage, guide } from '#core/trace/stage.ts'

export const viewerResponseFunction = defineStage({
  id: 'viewer-response-function',
  title: 'Viewer response function',
  basis: { documented: guide('lambda-cloudfront-trigger-events') },
  run() {},
})

import { defineStage, guide } from '#core/trace/stage.ts'

export const viewerRequestFunction = defineStage({
  id: 'viewer-request-function',
  title: 'Viewer request function',
  basis: { documented: guide('lambda-cloudfront-trigger-events') },
  run() {},
})

import { defineStage, guide } from '#core/trace/engine/stage.ts'

export const defaultRootObject = defineStage({
  id: 'default-root-object',
  at: 'head',
  title: 'Default root object',
  explained: 'before-origin',
  basis: {
    inferred: 'Applied after the viewer-request function, to a URI that is still “/”.',
    docs: guide('DefaultRootObject'),
  },
  run(exchange, note) {
    const { distribution, request } = exchange
    if (!distribution || distribution.defaultRootObject === '' || request.path !== '/') return
    request.path = `/${distribution.defaultRootObject}`
    note?.(`“/” becomes “${request.path}”; paths below the root are left alone.`, [
      [...distribution.path, 'DefaultRootObject'],
    ])
  },
})

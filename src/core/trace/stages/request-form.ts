import { HeaderFields } from '#core/http/header-fields.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'

/** Bytes; the quota page's maximum length of a URL and of a request without its body. */
const longestUrl = 8192
const largestRequest = 32_768

const urlLengthOf = (path: string, query: string): number => path.length + query.length + 1

/** Whether URL and header fields are as short as CloudFront wants them. */
export function fitsForm(path: string, query: string, headers: HeaderFields): boolean {
  const urlLength = urlLengthOf(path, query)
  return urlLength <= longestUrl && urlLength + headers.size <= largestRequest
}

export const requestForm = defineStage({
  id: 'request-form',
  at: 'head',
  title: 'Form of the request',
  explained: 'before-origin',
  basis: { documented: guide('RequestAndResponseBehaviorCustomOrigin') },
  run(exchange, note) {
    const { request } = exchange
    const urlLength = urlLengthOf(request.path, request.query)
    if (urlLength > longestUrl) {
      note?.(`The URL has ${urlLength} bytes; CloudFront takes ${longestUrl} and answers 414.`)
      exchange.answer(414, HeaderFields.empty(), 'InvalidRequest')
      return
    }
    if (urlLength + request.headers.size > largestRequest) {
      note?.(`Request line and headers have more than ${largestRequest} bytes; CloudFront answers 494.`)
      exchange.answer(494, HeaderFields.empty(), 'InvalidRequestHeader')
      return
    }
    if (request.body !== '' && (request.method === 'GET' || request.method === 'HEAD')) {
      note?.(`A ${request.method} request with a body is answered 403.`)
      exchange.answer(403, HeaderFields.empty(), 'InvalidRequest')
    }
  },
})

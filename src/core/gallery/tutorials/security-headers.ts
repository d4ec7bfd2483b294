/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html */

import { came, change, isHit, look, predict, send, settingOf, type Tutorial } from '#core/gallery/tutorial.ts'
import { setAt } from '#core/model/edit.ts'

const frame = ['Headers', 'config', 'SecurityHeadersConfig', 'FrameOptions', 'FrameOption'] as const

export const headersOnEveryAnswer: Tutorial = {
  example: 'security-headers',
  title: 'Headers on every answer',
  distribution: 'Site',
  steps: [
    send({
      id: 'page',
      title: 'A server that sends none',
      text: 'The server of this example knows nothing of security headers, and boasts with X-Powered-By.',
      task: 'Send GET /page',
      until: came('/page', ({ result }) => result.headers['x-frame-options'] === 'DENY'),
      solution: [{ send: { url: '/page' } }],
      lesson: 'The answer has five headers more, and X-Powered-By is gone.',
    }),
    look({
      id: 'stage',
      title: 'Where they are written',
      text: 'The stage stands behind the cache: what is kept is what the server sent.',
      task: 'Click “Response headers policy” in the story.',
      stage: 'response-headers-policy',
      before: [{ send: { url: '/page' } }],
      lesson: 'The step lists each header that it set or removed.',
    }),
    predict({
      id: 'hit',
      title: 'And from the cache?',
      text: 'The next viewer gets the copy. Are the headers on it?',
      choices: [
        {
          text: 'Yes',
          why: 'The policy is applied to every answer, whether it comes from the server or from a cache.',
          isRight: true,
        },
        {
          text: 'No: the server was not asked',
          why: 'The server never sent them; the policy writes them on every answer.',
        },
      ],
    }),
    send({
      id: 'hit-sent',
      title: 'See whether it is so',
      text: 'Send the same again.',
      task: 'Send GET /page once more',
      until: came('/page', (one) => isHit(one) && one.result.headers['x-frame-options'] === 'DENY'),
      solution: [{ send: { url: '/page' } }, { send: { url: '/page' } }],
      lesson: 'A hit, with the headers.',
    }),
    change({
      id: 'frame',
      title: 'Change one',
      text: 'A partner of your own domain has to show the page in a frame.',
      task: 'Set X-Frame-Options of the policy “Headers” to SAMEORIGIN.',
      at: { field: ['resources', ...frame] },
      until: (document) => settingOf(document, ...frame) === 'SAMEORIGIN',
      solution: [{ edit: () => setAt(['resources', ...frame], 'SAMEORIGIN') }],
      lesson: 'At CloudFront it holds for what is kept as well: nothing has to be invalidated.',
    }),
    send({
      id: 'changed',
      title: 'Ask again',
      text: 'The content security policy has frame-ancestors ’none’, and browsers that know it take that instead.',
      task: 'Send GET /page',
      until: came('/page', ({ result }) => result.headers['x-frame-options'] === 'SAMEORIGIN'),
      solution: [{ send: { url: '/page' } }],
      lesson: 'Changed. For modern browsers the content security policy needs the same change.',
    }),
  ],
  end: 'A response headers policy writes on every answer, behind the cache: a change of it holds at once.',
}

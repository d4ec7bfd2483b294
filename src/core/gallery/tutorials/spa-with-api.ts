/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html */

import { came, change, listOf, predict, send, type Tutorial } from '#core/gallery/tutorial.ts'
import { setAt } from '#core/model/edit.ts'

const associations = ['Site', 'config', 'DefaultCacheBehavior', 'FunctionAssociations'] as const
const errors = ['Site', 'config', 'CustomErrorResponses'] as const
const route = '/settings/profile'

export const pagesForRoutes: Tutorial = {
  example: 'spa-with-api',
  title: 'Error pages or a function?',
  distribution: 'Site',
  steps: [
    send({
      id: 'route',
      title: 'A route is no file',
      text: `The app draws ${route} itself; the bucket has no such file. A function leads routes to /index.html.`,
      task: `Send GET ${route}`,
      until: came(route, ({ result }) => result.originRequests.some(({ path }) => path === '/index.html')),
      solution: [{ send: { url: route } }],
      lesson: 'The bucket was asked for /index.html, and the app draws the rest.',
    }),
    change({
      id: 'remove',
      title: 'The other way',
      text: 'Many sites do it by error pages instead. To see the difference, take the function off the default behavior.',
      task: 'Remove the function of the default behavior.',
      at: { field: ['resources', ...associations] },
      until: (document) => listOf(document, ...associations).length === 0,
      solution: [{ edit: () => setAt(['resources', ...associations], undefined, 'Remove the function') }],
      lesson: 'Routes now reach the bucket as they are.',
    }),
    send({
      id: 'refused',
      title: 'What the bucket says',
      text: 'The bucket may be read, and not listed.',
      task: `Send GET ${route}`,
      until: came(route, ({ result }) => result.status === 403),
      solution: [{ send: { url: route } }],
      lesson: '403, not 404: a bucket that may not be listed does not say which files are missing.',
    }),
    change({
      id: 'error-page',
      title: 'Turn the 403 into the app',
      text: 'A custom error response answers a 403 with a page of your own and another status.',
      task: 'Add a custom error response: 403 becomes /index.html with 200.',
      at: { field: ['resources', ...errors] },
      until: (document) =>
        listOf(document, ...errors).some((one) => {
          const { ErrorCode, ResponsePagePath, ResponseCode } = Object(one)
          return ErrorCode === 403 && ResponsePagePath === '/index.html' && String(ResponseCode) === '200'
        }),
      solution: [
        {
          edit: () =>
            setAt(
              ['resources', ...errors],
              [
                {
                  ErrorCode: 403,
                  ResponsePagePath: '/index.html',
                  ResponseCode: '200',
                  ErrorCachingMinTTL: 0,
                },
              ],
              'Add a custom error response',
            ),
        },
      ],
      lesson: 'Custom error responses belong to the whole distribution, not to one behavior.',
    }),
    predict({
      id: 'api',
      title: 'And the API?',
      text: 'The API answers 403 to /api/forbidden, as JSON. What does the app’s code get?',
      at: { node: 'Site/behavior//api/*' },
      choices: [
        {
          text: 'The 403 with its JSON',
          why: 'That would need an error page for one behavior alone, which CloudFront does not have.',
        },
        {
          text: 'The app’s page with status 200',
          why: 'The error response holds for every origin: the API’s own 403 is replaced as well.',
          isRight: true,
        },
      ],
    }),
    send({
      id: 'swallowed',
      title: 'See whether it is so',
      text: 'Follow the last stages of the story.',
      task: 'Send GET /api/forbidden',
      until: came('/api/forbidden', ({ result }) => result.status === 200),
      solution: [{ send: { url: '/api/forbidden' } }],
      lesson:
        '200 and HTML where the app expects an error. That is why this example uses a function: undo both edits to have it back.',
    }),
  ],
  end: 'Error pages are for the whole distribution and hide an API’s errors. A function at the viewer request serves routes and leaves the rest alone.',
}

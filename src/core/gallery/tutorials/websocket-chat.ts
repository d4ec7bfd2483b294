/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern */

import { came, change, listOf, predict, send, type Tutorial } from '#core/gallery/tutorial.ts'
import { insertAt } from '#core/model/edit.ts'

const behaviors = ['resources', 'Site', 'config', 'CacheBehaviors'] as const
const patternsOf = (list: readonly unknown[]): readonly unknown[] =>
  list.map((one) => Object(one).PathPattern)

export const whichBehavior: Tutorial = {
  example: 'websocket-chat',
  title: 'Which behavior takes it?',
  distribution: 'Site',
  steps: [
    predict({
      id: 'exact',
      title: 'Patterns are read from the top',
      text: 'CloudFront takes the first behavior whose path pattern matches; the default is last and takes everything. Which takes /ws?',
      at: { node: 'Site/behavior//ws' },
      choices: [
        {
          text: 'The behavior /ws',
          why: 'Its pattern matches, and it stands before the default.',
          isRight: true,
        },
        { text: 'The default', why: 'The default is asked last, when no pattern before it has matched.' },
      ],
    }),
    send({
      id: 'ws',
      title: 'See it on the drawing',
      text: 'The request lights the behavior that takes it and the origin it leads to.',
      task: 'Send GET /ws',
      until: came('/ws', ({ result }) => result.behavior === '/ws'),
      solution: [{ send: { url: '/ws' } }],
      lesson: 'The chat server was asked.',
    }),
    predict({
      id: 'room',
      title: 'A pattern is the whole path',
      text: 'The chat gets rooms: /ws/blue. Which behavior takes that?',
      choices: [
        {
          text: '/ws, since the path begins with it',
          why: 'A pattern is compared with the whole path; only * stands for more.',
        },
        {
          text: 'The default',
          why: '/ws without a star matches /ws and nothing else, so the bucket is asked.',
          isRight: true,
        },
      ],
    }),
    send({
      id: 'room-sent',
      title: 'See whether it is so',
      text: 'The drawing shows the way it takes.',
      task: 'Send GET /ws/blue',
      until: came('/ws/blue', ({ result }) => result.behavior === '*'),
      solution: [{ send: { url: '/ws/blue' } }],
      lesson: 'It went to the bucket. For rooms the chat needs a pattern of its own.',
    }),
    change({
      id: 'add',
      title: 'Give rooms a behavior',
      text: 'Add a cache behavior from the palette, give it the pattern /ws/* and lead it to the origin “chat”.',
      task: 'Add a behavior /ws/* to the origin “chat”.',
      at: { node: 'Site/distribution/' },
      until: (document) =>
        listOf(document, ...behaviors.slice(1)).some(
          (one) => Object(one).PathPattern === '/ws/*' && Object(one).TargetOriginId === 'chat',
        ),
      solution: [
        {
          edit: () =>
            insertAt(
              behaviors,
              1,
              {
                key: '/ws/*',
                PathPattern: '/ws/*',
                TargetOriginId: 'chat',
                ViewerProtocolPolicy: 'https-only',
                CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
                OriginRequestPolicyId: '216adef6-5c7f-47e4-b989-5492eafa07d3',
              },
              'Add behavior “/ws/*”',
            ),
        },
      ],
      lesson: 'It needs the same policies as /ws: nothing cached, all that the viewer sent.',
    }),
    send({
      id: 'room-again',
      title: 'Ask again',
      text: 'Paths are case-sensitive, too: /WS/blue would still go to the bucket.',
      task: 'Send GET /ws/blue',
      until: came('/ws/blue', ({ result }) => result.behavior === '/ws/*'),
      solution: [{ send: { url: '/ws/blue' } }],
      lesson: 'The room is served by the chat.',
    }),
    change({
      id: 'order',
      title: 'The order decides',
      text: 'A behavior * in the first place would take everything, chat included. Try it: its problem is found while you draw, and undo brings the order back.',
      task: 'Add a behavior, give it the pattern * and move it to the top (Alt+↑).',
      at: { node: 'Site/behavior//ws' },
      until: (document) => patternsOf(listOf(document, ...behaviors.slice(1)))[0] === '*',
      solution: [
        {
          edit: () =>
            insertAt(
              behaviors,
              0,
              {
                key: '*',
                PathPattern: '*',
                TargetOriginId: 'page',
                ViewerProtocolPolicy: 'redirect-to-https',
                CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
              },
              'Add behavior “*”',
            ),
        },
      ],
      lesson: 'No request comes to what stands below: the problems say so. Undo it with Ctrl+Z.',
    }),
  ],
  end: 'The first pattern that matches the whole path wins; the default comes last. Narrow patterns stand above wide ones.',
}

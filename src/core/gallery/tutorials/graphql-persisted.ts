/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html */

import {
  asked,
  change,
  isHit,
  listOf,
  predict,
  type Sent,
  send,
  settingOf,
  type Tutorial,
} from '#core/gallery/tutorial.ts'
import { setAt } from '#core/model/edit.ts'

const persisted = '/persisted?operationName=Films&extensions=1&variables=1'
const german = `${persisted}&lang=de`
const french = `${persisted}&lang=fr`
const forwarding = ['Site', 'config', 'CacheBehaviors', 0, 'OriginRequestPolicyId'] as const
const names = [
  'PersistedQueries',
  'config',
  'ParametersInCacheKeyAndForwardedToOrigin',
  'QueryStringsConfig',
  'QueryStrings',
] as const
const isIn = (lang: string) => (sent: Sent) => asked(sent).includes(`lang=${lang}`)
const serverSaw = ({ result }: Sent) => result.originRequests.some(({ query }) => query.includes('lang='))

export const keyOrForwarded: Tutorial = {
  example: 'graphql-persisted',
  title: 'Cache policy or origin request policy?',
  distribution: 'Site',
  steps: [
    predict({
      id: 'seen',
      title: 'What the server sees',
      text: 'The cache policy of /persisted lists three parameters. The client adds a fourth, lang=de. Does the server see it?',
      at: { node: 'Site/behavior//persisted' },
      choices: [
        {
          text: 'Yes, all of the query string',
          why: 'Only what the cache policy or an origin request policy names is sent on.',
        },
        {
          text: 'No',
          why: 'What is in the key is sent on, and here nothing else is: there is no origin request policy.',
          isRight: true,
        },
      ],
    }),
    send({
      id: 'dropped',
      title: 'See whether it is so',
      text: 'The facts beside the story show the origin request.',
      task: `Send GET ${german}`,
      until: (sent) => sent.some((one) => isIn('de')(one) && !serverSaw(one)),
      solution: [{ send: { url: german } }],
      lesson: 'lang is not there: the server answers in its own language.',
    }),
    change({
      id: 'forward',
      title: 'Let the server see it',
      text: 'An origin request policy sends more on than the key has. AllViewerExceptHostHeader sends all that the viewer sent.',
      task: 'Give the behavior /persisted the origin request policy AllViewerExceptHostHeader.',
      at: { field: ['resources', ...forwarding] },
      until: (document) => typeof settingOf(document, ...forwarding) === 'string',
      solution: [{ edit: () => setAt(['resources', ...forwarding], 'b689b0a8-53d0-40ab-baf2-68738e2966ac') }],
      lesson: 'The server sees lang now. The key is as it was.',
    }),
    predict({
      id: 'trap',
      title: 'The trap',
      text: 'A German asks with lang=de, then a Frenchman with lang=fr, in the same place. What does the Frenchman get?',
      choices: [
        {
          text: 'The French answer',
          why: 'The server would give it, but it is not asked: the key of both is the same.',
        },
        {
          text: 'The German answer, from the cache',
          why: 'lang is sent on and is not in the key, so the first answer serves everybody.',
          isRight: true,
        },
      ],
    }),
    send({
      id: 'mixed',
      title: 'See it happen',
      text: 'This is the most usual fault of caching: what changes the answer is not in the key.',
      task: 'Send the query with lang=de, then with lang=fr',
      until: (sent) => sent.some((one) => isIn('fr')(one) && isHit(one)),
      solution: [{ send: { url: german } }, { send: { url: french } }],
      lesson: 'A hit, in the wrong language.',
    }),
    change({
      id: 'key',
      title: 'Put it into the key',
      text: 'What changes the answer belongs into the cache policy.',
      task: 'Add lang to the query strings of the cache policy “PersistedQueries”.',
      at: { field: ['resources', ...names] },
      until: (document) => listOf(document, ...names).includes('lang'),
      solution: [
        { edit: (document) => setAt(['resources', ...names], [...listOf(document, ...names), 'lang']) },
      ],
      lesson: 'What is in the key is sent on as well, so the origin request policy is not even needed.',
    }),
    send({
      id: 'right',
      title: 'Both again',
      text: 'The caches are cold after the edit.',
      task: 'Send the query with lang=de, then with lang=fr',
      until: (sent) =>
        sent.some((one) => isIn('fr')(one) && !isHit(one) && serverSaw(one)) && sent.some(isIn('de')),
      solution: [{ send: { url: german } }, { send: { url: french } }],
      lesson: 'Two copies, each in its language.',
    }),
  ],
  end: 'The cache policy makes the key and sends it on; the origin request policy sends more on. What changes the answer has to be in the key.',
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-the-cache-key.html */

import {
  asked,
  came,
  change,
  find,
  isHit,
  isMiss,
  predict,
  send,
  settingOf,
  type Tutorial,
} from '#core/gallery/tutorial.ts'
import { setAt } from '#core/model/edit.ts'

const query = ['Pages', 'config', 'ParametersInCacheKeyAndForwardedToOrigin', 'QueryStringsConfig'] as const
const newsletter = '/post/?utm_source=mail'

export const whyAMiss: Tutorial = {
  example: 'wordpress',
  title: 'Why is this a miss?',
  distribution: 'Blog',
  steps: [
    send({
      id: 'first',
      title: 'The first viewer',
      text: 'A page is kept for five minutes. The first viewer has to wait for the server, everybody after that should not.',
      task: 'Send GET /post/',
      until: came('/post/', isMiss),
      solution: [{ send: { url: '/post/' } }],
      lesson:
        'A miss: nothing was kept yet. The story shows what was stored, under which key, and for how long.',
    }),
    predict({
      id: 'newsletter',
      title: 'A viewer from the newsletter',
      text: 'The newsletter links to the same page as /post/?utm_source=mail. The server ignores the parameter.',
      at: { node: 'Blog/behavior/default' },
      choices: [
        { text: 'A hit: it is the same page', why: 'The page is the same, but caches know keys, not pages.' },
        {
          text: 'A miss: the key is another one',
          why: 'The cache policy has every query string parameter in the cache key, so this is another object.',
          isRight: true,
        },
        {
          text: 'An error: the parameter is unknown',
          why: 'CloudFront does not judge parameters; it only keeps or drops them.',
        },
      ],
    }),
    send({
      id: 'other',
      title: 'See whether it is so',
      text: 'Send it, and then look at “Why not a hit?” above the story: it compares both keys.',
      task: `Send GET ${newsletter}`,
      until: came(newsletter, isMiss),
      solution: [{ send: { url: '/post/' } }, { send: { url: newsletter } }],
      lesson:
        'A miss, and the server made the same page again. Each campaign costs a miss for each page and place.',
    }),
    find({
      id: 'policy',
      title: 'Where the key is made',
      text: 'The default behavior uses the cache policy “Pages”. It says what is in the key.',
      task: 'Select the cache policy “Pages” in the outline.',
      path: ['resources', 'Pages', 'config'],
      lesson: 'Headers, cookies and query strings in the key: the fewer, the more hits.',
    }),
    change({
      id: 'leave-out',
      title: 'Leave the parameter out',
      text: 'The server needs ?p= and ?s=, so not all parameters may go. “All except” leaves out what no page depends on.',
      task: 'Set the query strings to “all except”, and add utm_source.',
      at: { field: ['resources', ...query, 'QueryStringBehavior'] },
      until: (document) => {
        const { QueryStringBehavior: which, QueryStrings: names } = Object(settingOf(document, ...query))
        const isNamed = Array.isArray(names) && names.includes('utm_source')
        return which === 'none' || (which === 'allExcept' ? isNamed : which === 'whitelist' && !isNamed)
      },
      solution: [
        {
          edit: () =>
            setAt(['resources', ...query], {
              QueryStringBehavior: 'allExcept',
              QueryStrings: ['utm_source'],
            }),
        },
      ],
      lesson: 'The parameter is out of the key now, and out of what the server is sent as well.',
    }),
    send({
      id: 'hit',
      title: 'The same two viewers again',
      text: 'An edit begins with cold caches, so send both again.',
      task: `Send GET /post/ and then GET ${newsletter}`,
      until: (sent) => sent.some((one) => isHit(one) && asked(one).includes('utm_source')),
      solution: [{ send: { url: '/post/' } }, { send: { url: newsletter } }],
      lesson: 'A hit. One copy serves the page and all its campaigns.',
    }),
  ],
  end: 'A miss has a reason: not there yet, gone, or under another key. “Why not a hit?” names it, and the cache policy is where the key is made.',
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html */

import { setOriginScript } from '#core/edits/scenarios.ts'
import { came, change, isHit, listOf, look, predict, send, type Tutorial } from '#core/gallery/tutorial.ts'
import { setAt } from '#core/model/edit.ts'

const codes = ['Site', 'config', 'OriginGroups', 0, 'FailoverCriteria', 'StatusCodes'] as const

export const whenARegionFails: Tutorial = {
  example: 'failover',
  title: 'What if a region fails?',
  distribution: 'Site',
  steps: [
    predict({
      id: 'fails',
      title: 'Frankfurt answers 503',
      text: 'The origin group asks Frankfurt first. In this example Frankfurt is down and answers 503 to everything.',
      at: { node: 'Site/group/both' },
      choices: [
        {
          text: 'The viewer gets the 503 and has to reload',
          why: 'That is what happens without a group: an error is passed on.',
        },
        {
          text: 'The viewer gets the page, from Ireland',
          why: 'The group lists 503, so the second member is asked within the same request.',
          isRight: true,
        },
      ],
    }),
    send({
      id: 'sent',
      title: 'See both attempts',
      text: 'Send it and follow the way on the drawing: red where it fails, then on to the second origin.',
      task: 'Send GET /',
      until: came('/', ({ result }) => result.status === 200 && result.originRequests.length === 2),
      solution: [{ send: { url: '/' } }],
      lesson: 'Two origin requests, one answer.',
    }),
    look({
      id: 'stage',
      title: 'Where it was decided',
      text: 'The story tells why the second member was asked.',
      task: 'Click “Origin failover” in the story.',
      stage: 'origin-failover',
      before: [{ send: { url: '/' } }],
      lesson: 'Only the status codes of the group lead on, and only for GET, HEAD and OPTIONS.',
    }),
    send({
      id: 'kept',
      title: 'The next viewer',
      text: 'What Ireland answered is kept like any other answer.',
      task: 'Send GET / once more',
      until: came('/', isHit),
      solution: [{ send: { url: '/' } }, { send: { url: '/' } }],
      lesson: 'A hit: the failing region is not asked while the copy is fresh.',
    }),
    change({
      id: 'script',
      title: 'Another kind of failure',
      text: 'Now let Frankfurt be up, with a file missing: under Origins in the trace you write what each origin answers.',
      place: 'trace',
      at: { part: 'origins' },
      task: 'Let Frankfurt answer 404.',
      until: ({ originScripts }) => originScripts?.['frankfurt']?.[0]?.response?.status === 404,
      solution: [{ edit: () => setOriginScript('frankfurt', [{ response: { status: 404, body: '' } }]) }],
      lesson: 'Traces run against these answers; nothing of them is deployed.',
    }),
    send({
      id: 'missing',
      title: 'Is Ireland asked now?',
      text: '404 is not on the group’s list.',
      task: 'Send GET /missing.html',
      until: came('/missing.html', ({ result }) => result.status === 404),
      solution: [{ send: { url: '/missing.html' } }],
      lesson: 'One attempt and a 404: an answer is no failure, unless the group says so.',
    }),
    change({
      id: 'add-404',
      title: 'Let a 404 lead on',
      text: 'Where copies reach Ireland first, a 404 of Frankfurt may be wrong. Select the group and add the code.',
      task: 'Add 404 to the failover criteria of the group “both”.',
      at: { field: ['resources', ...codes] },
      until: (document) => listOf(document, ...codes).includes(404),
      solution: [{ edit: () => setAt(['resources', ...codes], [404, 500, 502, 503, 504]) }],
      lesson: 'Each 404 now costs a second request. Send it again to see the page come from Ireland.',
    }),
  ],
  end: 'A group asks its second member where the first does not answer or answers with a code of its list: within the request, for reading methods alone.',
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html */

import { came, change, listOf, look, predict, send, type Tutorial } from '#core/gallery/tutorial.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { insertAt, removeAt } from '#core/model/edit.ts'

const page = '/new/page.html'
const statements = ['ContentPolicy', 'config', 'PolicyDocument', 'Statement'] as const

const sub = (text: string, ref: string, like: string) => ({
  unknown: `!Sub ${text}`,
  expression: { 'Fn::Sub': text },
  like,
  refs: [ref],
})
/** A template's own placeholder, not JavaScript's. */
const placeholder = (name: string) => `$\{${name}}`
const distribution = `arn:${placeholder('AWS::Partition')}:cloudfront::${placeholder('AWS::AccountId')}:distribution/${placeholder('Site')}`

/** As the template has it. */
const grant = {
  Sid: 'AccessControl',
  Effect: 'Allow',
  Principal: { Service: 'cloudfront.amazonaws.com' },
  Action: 's3:GetObject',
  Resource: sub(`${placeholder('Content.Arn')}/*`, 'Content', 'arn:aws:s3:::content/*'),
  Condition: {
    StringEquals: {
      'AWS:SourceArn': sub(distribution, 'Site', 'arn:aws:cloudfront::111122223333:distribution/site'),
    },
  },
}

const isGranted = (document: DesignDocument): boolean =>
  listOf(document, ...statements).some((one) => {
    const { Effect, Principal } = Object(one)
    return Effect === 'Allow' && Object(Principal).Service === 'cloudfront.amazonaws.com'
  })

export const whyA403: Tutorial = {
  example: 'oai-to-oac',
  title: 'Why does the bucket say 403?',
  distribution: 'Site',
  steps: [
    send({
      id: 'allowed',
      title: 'A private bucket that answers',
      text: 'The bucket is open to nobody but this distribution. /new/* reads it by an origin access control.',
      task: `Send GET ${page}`,
      until: came(page, ({ result }) => result.status === 200),
      solution: [{ send: { url: page } }],
      lesson: 'It answered. Two things were needed: a signed request, and a policy that allows it.',
    }),
    look({
      id: 'signed',
      title: 'The request is signed',
      text: 'The origin access control makes CloudFront sign what it sends to the bucket.',
      task: 'Click “Origin access” in the story.',
      stage: 'origin-access',
      before: [{ send: { url: page } }],
      lesson:
        'That is one half. The other is the bucket policy: its statement “AccessControl” lets this distribution read.',
    }),
    predict({
      id: 'without',
      title: 'Signed, and not allowed',
      text: 'The usual mistake: the origin has its access control, and nobody has written the bucket policy. What does the bucket say?',
      at: { node: 'Site/origin/content' },
      choices: [
        {
          text: '200: the request is signed',
          why: 'A signature says who asks. Whether they may read is for the policy to say.',
        },
        {
          text: '403',
          why: 'The bucket knows who asks, and no statement lets them read.',
          isRight: true,
        },
        {
          text: '404',
          why: 'Who may not list a bucket does not learn what is there: even a missing file is a 403.',
        },
      ],
    }),
    change({
      id: 'remove',
      title: 'See it happen',
      text: 'Take the statement “AccessControl” out of “ContentPolicy”. The problems say at once what that means.',
      place: 'source',
      task: 'Delete the statement “AccessControl” in the source.',
      until: (document) => !isGranted(document),
      solution: [
        { edit: () => removeAt(['resources', ...statements, 1], 'Remove the statement “AccessControl”') },
      ],
      lesson: 'The origin is as it was; only the permission is gone.',
    }),
    send({
      id: 'refused',
      title: 'Ask again',
      text: 'The drawing shows where it ends.',
      task: `Send GET ${page}`,
      until: came(page, ({ result }) => result.status === 403),
      solution: [{ send: { url: page } }],
      lesson:
        '403, and it is the bucket that says so: the origin was asked. A 403 of CloudFront’s own never reaches the origin.',
    }),
    change({
      id: 'back',
      title: 'Mend it',
      text: 'Undo (Ctrl+Z) brings the statement back. In Ship, “Let CloudFront read it” writes it into the bucket’s policy for you.',
      place: 'source',
      task: 'Bring the statement back.',
      until: isGranted,
      solution: [
        { edit: () => insertAt(['resources', ...statements], 1, grant, 'Add the statement “AccessControl”') },
      ],
      lesson: 'Signature and policy belong together: either alone is a 403.',
    }),
  ],
  end: 'A 403 of a private bucket has three usual causes: no signature, a policy that does not name the distribution, or a file that is not there.',
}

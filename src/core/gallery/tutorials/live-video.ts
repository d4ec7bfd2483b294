/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html */
import {
  asked,
  find,
  isHit,
  isMiss,
  predict,
  type Sent,
  send,
  type Tutorial,
} from '#core/gallery/tutorial.ts'

const manifest = { url: '/live/index.m3u8' }
const segment = { url: '/live/1.m4s' }
const early = { url: '/live/9.m4s' }
const to = (path: string, isSo: (sent: Sent) => boolean) => (sent: readonly Sent[]) =>
  sent.some((one) => asked(one).startsWith(`${path}?`) && isSo(one))

export const howLongAStreamIsKept: Tutorial = {
  example: 'live-video',
  title: 'How long is a live stream kept?',
  distribution: 'Site',
  steps: [
    send({
      id: 'manifest',
      title: 'The manifest',
      text: 'The manifest names the newest segments and changes every few seconds. Files of the stream want a signature; sign the URL in the form.',
      at: { part: 'signature' },
      task: 'Sign /live/index.m3u8 and send it.',
      until: to(manifest.url, ({ result }) => result.status === 200),
      solution: [{ send: manifest, sign: 'none' }],
      lesson: 'Kept for one second, as MediaPackage says.',
    }),
    send({
      id: 'segment',
      title: 'A segment',
      text: 'A segment never changes once it is there.',
      at: { part: 'signature' },
      task: 'Sign /live/1.m4s and send it.',
      until: to(segment.url, isMiss),
      solution: [{ send: segment, sign: 'none' }],
      lesson: 'Kept for two weeks: thousands of viewers are served by one copy.',
    }),
    predict({
      id: 'early',
      title: 'A player in a hurry',
      text: 'A player asks for /live/9.m4s a moment before it is there: 404. By default CloudFront keeps an error for ten seconds. What does that do to viewers?',
      choices: [
        { text: 'Nothing: errors are not kept', why: 'They are, so that a failing origin is left alone.' },
        {
          text: 'For ten seconds they get the kept 404, though the segment is there',
          why: 'For a live stream that is a gap. Here the error response for 404 is kept for one second.',
          isRight: true,
        },
      ],
    }),
    send({
      id: 'missing',
      title: 'See it happen',
      text: 'The origin of this example says 404 to the first request for it.',
      at: { part: 'signature' },
      task: 'Sign /live/9.m4s and send it.',
      until: to(early.url, ({ result }) => result.status === 404),
      solution: [{ send: early, sign: 'none' }],
      lesson: '404. Now the segment arrives at the origin.',
    }),
    send({
      id: 'there',
      title: 'Two seconds later',
      text: 'Move the clock on by two seconds under Caches, and ask again.',
      at: { part: 'clock' },
      task: 'Move the clock on by 2 seconds, then send /live/9.m4s again.',
      until: to(early.url, (sent) => sent.result.status === 200 && !isHit(sent)),
      solution: [{ send: early, sign: 'none' }, { advance: 2 }, { send: early, sign: 'none' }],
      lesson: 'The segment: the 404 was kept for one second only.',
    }),
    find({
      id: 'setting',
      title: 'Where it is set',
      text: 'Custom error responses belong to the distribution.',
      task: 'Select the distribution “Site”.',
      at: { node: 'Site/distribution/' },
      path: ['resources', 'Site', 'config'],
      lesson: 'Under its error responses: 404 and 503 are kept for one second.',
    }),
  ],
  end: 'Manifests for a second, segments for good, errors for a second: each behavior of a stream has its own time.',
}

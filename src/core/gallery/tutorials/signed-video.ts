/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html */
import { asked, came, isHit, look, predict, type Sent, send, type Tutorial } from '#core/gallery/tutorial.ts'

const segment = '/film/1.ts'
const isSigned = (sent: Sent) => asked(sent).includes('Signature=')
const url = { url: segment }

export const signedUrls: Tutorial = {
  example: 'signed-video',
  title: 'How a signed URL is checked',
  distribution: 'Media',
  steps: [
    send({
      id: 'bare',
      title: 'Without a signature',
      text: 'The behavior *.ts names a key group, so its files are for viewers with a signature.',
      task: `Send GET ${segment}`,
      until: came(segment, ({ result }) => result.status === 403),
      solution: [{ send: url }],
      lesson: '403.',
    }),
    predict({
      id: 'who',
      title: 'Who said 403?',
      text: 'Look at the drawing: how far did the request come?',
      at: { node: 'Media/behavior/*.ts' },
      choices: [
        {
          text: 'The bucket',
          why: 'Then the origin would have been asked; there is no origin request in the story.',
        },
        {
          text: 'CloudFront',
          why: 'It checks the signature before caches and origin, so the bucket heard nothing.',
          isRight: true,
        },
      ],
    }),
    look({
      id: 'stage',
      title: 'What was missing',
      text: 'The stage that refused it names the reason.',
      task: 'Click “Signed request” in the story.',
      stage: 'signed-request',
      before: [{ send: url }],
      lesson:
        'A signed URL needs Expires (or Policy), Signature and Key-Pair-Id; the key must be in the group.',
    }),
    send({
      id: 'signed',
      title: 'With a good signature',
      text: 'Under “Headers, cookies, body, viewer, signature” the page signs the URL with a key made for this trace.',
      at: { part: 'signature' },
      task: 'Sign the URL, then send it.',
      until: (sent) => sent.some((one) => isSigned(one) && one.result.status === 200),
      solution: [{ send: url, sign: 'none' }],
      lesson: '200. The real private key stays with your server, which gives such URLs to whom it trusts.',
    }),
    send({
      id: 'late',
      title: 'Too late',
      text: 'A signature has an end. Sign again, “an expiry that has passed”.',
      at: { part: 'signature' },
      task: 'Sign with an expiry that has passed, then send it.',
      until: (sent) => sent.some((one) => isSigned(one) && one.result.status === 403),
      solution: [{ send: url, sign: 'expired' }],
      lesson: '403 again, though the file is in the cache: the check comes first.',
    }),
    predict({
      id: 'second',
      title: 'The next viewer',
      text: 'Another viewer has another signature, so another URL. Hit or miss?',
      choices: [
        {
          text: 'A hit',
          why: 'CloudFront takes its own parameters out before it makes the key, so all viewers share the copy.',
          isRight: true,
        },
        {
          text: 'A miss: the URL differs',
          why: 'The URL differs in parameters that CloudFront takes out before the cache.',
        },
      ],
    }),
    send({
      id: 'shared',
      title: 'See whether it is so',
      text: 'Sign the bare path once more and send it.',
      at: { part: 'signature' },
      task: 'Sign with a good signature twice, and send both.',
      until: (sent) => sent.some((one) => isSigned(one) && isHit(one)),
      solution: [
        { send: url, sign: 'none' },
        { send: url, sign: 'none' },
      ],
      lesson: 'A hit for a signed URL.',
    }),
  ],
  end: 'CloudFront checks signatures itself, before caches and origin, and leaves them out of the key.',
}

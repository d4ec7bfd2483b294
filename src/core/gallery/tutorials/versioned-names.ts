/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Invalidation.html */
import { came, isHit, isMiss, predict, type Sent, send, type Tutorial } from '#core/gallery/tutorial.ts'

const page = { url: '/index.html' }
const isNew = ({ result }: Sent) => result.body === 'app.9b1e.js'

export const whenItIsSeen: Tutorial = {
  example: 'versioned-names',
  title: 'When is a new version seen?',
  distribution: 'Site',
  steps: [
    send({
      id: 'page',
      title: 'The page before the release',
      text: 'The page names its script: app.4f2c.js. The cache policy “Pages” keeps it for a minute.',
      task: 'Send GET /index.html',
      until: came('/index.html', isMiss),
      solution: [{ send: page }],
      lesson: 'Stored for a minute. Now a release: the bucket holds a page that names app.9b1e.js.',
    }),
    predict({
      id: 'at-once',
      title: 'Right after the release',
      text: 'A second viewer asks at once, in the same place. Which page is it?',
      choices: [
        {
          text: 'The new one',
          why: 'Caches do not hear of a release; they ask again when their copy has aged.',
        },
        {
          text: 'The old one',
          why: 'The copy is fresh for a minute, so the bucket is not asked.',
          isRight: true,
        },
      ],
    }),
    send({
      id: 'old',
      title: 'See whether it is so',
      text: 'Send the same again.',
      task: 'Send GET /index.html once more',
      until: came('/index.html', isHit),
      solution: [{ send: page }, { send: page }],
      lesson: 'A hit: the old page, which names the old script, which is still there. Nothing breaks.',
    }),
    send({
      id: 'later',
      title: 'A minute later',
      text: 'Under Caches the clock of the trace can be moved on.',
      at: { part: 'clock' },
      task: 'Move the clock on by 61 seconds or more, then send GET /index.html',
      until: came('/index.html', isNew),
      solution: [{ send: page }, { advance: 61 }, { send: page }],
      lesson:
        'The copy had aged and the bucket was asked: the new page. Everybody has the release within a minute, and nothing was invalidated.',
    }),
    predict({
      id: 'stable',
      title: 'Names that stay',
      text: '/stable/* keeps its names, and the bucket says max-age=31536000. When is a new /stable/app.js seen?',
      at: { node: 'Site/behavior//stable/*' },
      choices: [
        {
          text: 'After a minute as well',
          why: 'That is the policy of pages; these files are kept as long as the bucket says.',
        },
        {
          text: 'After a year, or when it is invalidated',
          why: 'Nothing asks for it before. An invalidation empties the caches, though not those of browsers.',
          isRight: true,
        },
      ],
    }),
  ],
  end: 'New names need no invalidation: pages that are kept for a short time lead to files that are kept for good.',
}

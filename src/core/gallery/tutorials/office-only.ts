/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html */
import { came, isHit, look, predict, send, type Tutorial } from '#core/gallery/tutorial.ts'

const office = { url: '/', viewer: { ip: '198.51.100.20' } }
const stranger = { url: '/', viewer: { ip: '203.0.113.5' } }

export const aDoorBeforeTheCache: Tutorial = {
  example: 'office-only',
  title: 'A door before the cache',
  distribution: 'Site',
  steps: [
    send({
      id: 'office',
      title: 'From the office',
      text: 'The web ACL lets the network 198.51.100.0/24 in.',
      task: 'Send GET / from 198.51.100.20 (Headers, cookies, body, viewer › IP address)',
      until: came('/', ({ result }) => result.status === 200),
      solution: [{ send: office }],
      lesson: '200, and the page is kept now.',
    }),
    predict({
      id: 'cached',
      title: 'A stranger, and a page that is kept',
      text: 'The page is in the cache, and a hit needs no origin. What does somebody else get?',
      at: { node: 'Site/behavior/default' },
      choices: [
        {
          text: 'The page: the cache knows no addresses',
          why: 'It would, if the request came to the cache.',
        },
        { text: '403', why: 'AWS WAF decides before the cache, at every request.', isRight: true },
      ],
    }),
    send({
      id: 'stranger',
      title: 'See whether it is so',
      text: 'An address outside the office.',
      task: 'Send GET / from 203.0.113.5',
      until: came('/', ({ result }) => result.status === 403),
      solution: [{ send: stranger }],
      lesson: '403, with the web ACL’s own page. The origin heard nothing of it.',
    }),
    look({
      id: 'stage',
      title: 'The rule that decided',
      text: 'The story names the rule, or the default action where none matched.',
      task: 'Click “Web ACL” in the story.',
      stage: 'web-acl',
      before: [{ send: stranger }],
      lesson: 'Rules are tried by their priority; the first that ends it decides.',
    }),
    send({
      id: 'again',
      title: 'A colleague',
      text: 'Somebody else in the office.',
      task: 'Send GET / from 198.51.100.21',
      until: came('/', isHit),
      solution: [{ send: office }, { send: { url: '/', viewer: { ip: '198.51.100.21' } } }],
      lesson: 'A hit: who is let in shares what is kept.',
    }),
  ],
  end: 'AWS WAF stands before caches and functions: it decides for hits too, and each request is billed.',
}

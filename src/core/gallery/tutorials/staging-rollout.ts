/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/continuous-deployment.html */
import { came, find, isHit, isMiss, predict, send, type Tutorial } from '#core/gallery/tutorial.ts'

const page = { url: '/catalog/shoes' }

export const tryItFirst: Tutorial = {
  example: 'staging-rollout',
  title: 'Try a change on a few viewers',
  distribution: 'Shop',
  steps: [
    send({
      id: 'production',
      title: 'As it is',
      text: 'Production asks the shop for every page of the catalog.',
      task: 'Send GET /catalog/shoes twice, to the distribution “Shop”',
      until: (sent, { distribution }) =>
        distribution === 'Shop' && sent.filter((one) => came(page.url, isMiss)([one])).length >= 2,
      solution: [
        { send: page, distribution: 'Shop' },
        { send: page, distribution: 'Shop' },
      ],
      lesson: 'Two misses: CachingDisabled.',
    }),
    find({
      id: 'staging',
      title: 'The change',
      text: 'A staging distribution has the change: the catalog is kept for as long as the shop says.',
      task: 'Select the behavior /catalog/* of “Staging”.',
      at: { node: 'Staging/behavior//catalog/*' },
      path: ['resources', 'Staging', 'config', 'CacheBehaviors', 1],
      lesson: 'Its cache policy has the query string in the key, and takes the shop’s Cache-Control.',
    }),
    send({
      id: 'tried',
      title: 'Send the same there',
      text: 'The form has a choice of distributions.',
      at: { part: 'distribution' },
      task: 'Send GET /catalog/shoes twice, to the distribution “Staging”',
      until: (sent, { distribution }) => distribution === 'Staging' && came(page.url, isHit)(sent),
      solution: [
        { send: page, distribution: 'Staging' },
        { send: page, distribution: 'Staging' },
      ],
      lesson: 'A hit. That is what five percent of the viewers get.',
    }),
    predict({
      id: 'sticky',
      title: 'A viewer in the middle',
      text: 'A viewer got a page from staging. Where does the next click go?',
      at: { node: 'Shop/distribution/' },
      choices: [
        { text: 'To either, by chance', why: 'So it would without session stickiness.' },
        {
          text: 'To staging again',
          why: 'The policy has session stickiness: a cookie keeps a viewer where the session began.',
          isRight: true,
        },
      ],
    }),
    find({
      id: 'policy',
      title: 'Who is tried on',
      text: 'The weight and the stickiness stand in the continuous deployment policy.',
      task: 'Select “Rollout” in the outline.',
      path: ['resources', 'Rollout', 'config'],
      lesson: 'Five percent; fifteen is the most. When it has proven itself, Ship promotes it.',
    }),
  ],
  end: 'Staging is a second configuration behind the same name. A policy says who gets it; promoting makes it production.',
}

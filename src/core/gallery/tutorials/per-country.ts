/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html */
import { asked, came, find, isHit, predict, type Sent, send, type Tutorial } from '#core/gallery/tutorial.ts'

const from = (country: string) => ({ url: '/', viewer: { country } })
const leadsTo =
  (site: string) =>
  ({ result }: Sent) =>
    result.headers['location'] === site

export const aSiteForEachCountry: Tutorial = {
  example: 'per-country',
  title: 'A header in the key, and what it costs',
  distribution: 'Site',
  steps: [
    send({
      id: 'german',
      title: 'A viewer from Germany',
      text: 'CloudFront knows the country of a viewer, and tells the function of / in a header.',
      task: 'Send GET / from Germany (Headers, cookies, body, viewer › Country: DE)',
      until: came('/', leadsTo('/de/')),
      solution: [{ send: from('DE') }],
      lesson: 'A redirect to /de/, made by the function; no origin was asked.',
    }),
    find({
      id: 'policy',
      title: 'Why the function knows',
      text: 'The header is only there because the cache policy of / asks for it.',
      task: 'Select the cache policy “Country” in the outline.',
      path: ['resources', 'Country', 'config'],
      lesson: 'CloudFront-Viewer-Country stands among its headers. What is in the key, functions get to see.',
    }),
    predict({
      id: 'everywhere',
      title: 'Why not for every path?',
      text: 'The default behavior could use the same policy. What would happen to the pages?',
      at: { node: 'Site/behavior/default' },
      choices: [
        {
          text: 'Nothing: they are the same for everybody',
          why: 'They are the same, and would all the same be kept once for each country.',
        },
        {
          text: 'Each would be kept once for each country',
          why: 'The header would be in the key of every page: some two hundred copies, each with its own miss.',
          isRight: true,
        },
      ],
    }),
    send({
      id: 'french',
      title: 'A site is one copy',
      text: 'A viewer in France asks for /fr/, and then a viewer in the United States follows the same link, at the same place.',
      task: 'Send GET /fr/ from FR, then from US',
      until: (sent) =>
        sent.some((one) => asked(one) === '/fr/' && one.request.viewer?.country === 'US' && isHit(one)),
      solution: [
        { send: { url: '/fr/', viewer: { pop: 'FRA56', country: 'FR' } } },
        { send: { url: '/fr/', viewer: { pop: 'FRA56', country: 'US' } } },
      ],
      lesson: 'A hit: the country plays no part in the key of a site.',
    }),
  ],
  end: 'A header in the key multiplies copies. Ask for it where something depends on it, and nowhere else.',
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html */
import { came, find, look, predict, send, type Tutorial } from '#core/gallery/tutorial.ts'

const watch = { url: '/watch/dawn.mp4', viewer: { ip: '198.51.100.7' } }
const film = { url: '/films/dawn.mp4' }

export const askedAtTheGate: Tutorial = {
  example: 'third-party-geolocation',
  title: 'A gate, a signature, and a page for a 403',
  distribution: 'Site',
  steps: [
    send({
      id: 'gate',
      title: 'Asked at the gate',
      text: '/watch/* leads to a function that asks a geolocation service about the viewer’s address.',
      task: 'Send GET /watch/dawn.mp4',
      until: came(watch.url, ({ result }) => result.status === 302),
      solution: [{ send: watch }],
      lesson:
        'A redirect to the film, with a signature. Nothing of it is kept: the next viewer may be from elsewhere.',
    }),
    find({
      id: 'address',
      title: 'How the gate knows the viewer',
      text: 'The function sees CloudFront’s servers. The viewer’s address comes in a header that a policy asks for.',
      task: 'Select the origin request policy “Address” in the outline.',
      path: ['resources', 'Address', 'config'],
      lesson: 'CloudFront-Viewer-Address goes to the function, and is in no key.',
    }),
    predict({
      id: 'direct',
      title: 'Past the gate',
      text: 'Somebody guesses the film’s address and asks for /films/dawn.mp4 without the gate.',
      at: { node: 'Site/behavior//films/*' },
      choices: [
        { text: 'The film plays: the gate was not asked', why: 'It would, if /films/* wanted no signature.' },
        {
          text: '403, with a page',
          why: 'The behavior wants a signature, and the distribution has a page for every 403.',
          isRight: true,
        },
      ],
    }),
    send({
      id: 'refused',
      title: 'See whether it is so',
      text: 'Without Expires, Signature and Key-Pair-Id.',
      task: 'Send GET /films/dawn.mp4',
      until: came(film.url, ({ result }) => result.status === 403),
      solution: [{ send: film }],
      lesson: '403 with “not in your country”, from a behavior that everybody may read.',
    }),
    look({
      id: 'page',
      title: 'Where the page came from',
      text: 'CloudFront fetched the page like a request of its own.',
      task: 'Click “Custom error response” in the story.',
      stage: 'custom-error-response',
      before: [{ send: film }],
      lesson:
        'Its path has a behavior without a signature: an error page that is itself refused would not be seen.',
    }),
  ],
  end: 'A gate decides, a signature carries the decision, and the page for a 403 is open to all.',
}

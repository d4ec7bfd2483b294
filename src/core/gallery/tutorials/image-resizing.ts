/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-key-understand-cache-policy.html */
import { asked, came, isHit, isMiss, predict, send, type Tutorial } from '#core/gallery/tutorial.ts'

const accept = { Accept: 'image/avif,image/webp,*/*' }
const at = (width: number, headers: Readonly<Record<string, string>> = accept) => ({
  url: `/images/cat.jpg?width=${width}`,
  headers,
})

export const fewCopies: Tutorial = {
  example: 'image-resizing',
  title: 'How many copies of a picture?',
  distribution: 'Site',
  steps: [
    send({
      id: 'first',
      title: 'A width of 600',
      text: 'Screens ask for all kinds of widths. The function of /images/* rounds them up.',
      task: 'Send GET /images/cat.jpg?width=600',
      until: came(at(600).url, ({ result }) => result.cacheKey?.query.includes('width=640') === true),
      solution: [{ send: at(600) }],
      lesson: 'The key says width=640. The function changed the query string before the key was made.',
    }),
    predict({
      id: 'near',
      title: 'A width of 610',
      text: 'Another phone asks for 610 pixels, with the same headers and a campaign’s parameter.',
      at: { node: 'Site/behavior//images/*' },
      choices: [
        {
          text: 'A miss',
          why: 'It would be without the function, or with the whole query string in the key.',
        },
        {
          text: 'A hit',
          why: '610 becomes 640 as well, and the function leaves nothing else in the query string.',
          isRight: true,
        },
      ],
    }),
    send({
      id: 'hit',
      title: 'See whether it is so',
      text: 'Send both.',
      task: 'Send GET /images/cat.jpg?width=600, then ?width=610',
      until: came(at(610).url, isHit),
      solution: [{ send: at(600) }, { send: at(610) }],
      lesson: 'A hit. Five widths in three formats are at most fifteen copies of each picture.',
    }),
    send({
      id: 'format',
      title: 'A browser that takes WebP',
      text: 'The function picks the format by the Accept header. That header is not in the key; what the function made of it is.',
      at: { part: 'headers' },
      task: 'Send GET /images/cat.jpg?width=600 with the header Accept: image/webp',
      until: (sent) =>
        sent.some(
          (one) =>
            asked(one).includes('width=600') &&
            one.result.cacheKey?.query.includes('format=webp') === true &&
            isMiss(one),
        ),
      solution: [{ send: at(600, { Accept: 'image/webp' }) }],
      lesson:
        'A copy for the format. Accept itself in the key would mean a copy for each of its hundreds of spellings.',
    }),
    predict({
      id: 'fails',
      title: 'When the resizer fails',
      text: 'The behavior leads to an origin group: first the resizer, then the originals.',
      at: { node: 'Site/group/resized-or-original' },
      choices: [
        { text: 'A 500 until somebody looks', why: 'Without the group, yes.' },
        {
          text: 'The original, in its full size',
          why: 'The group asks its second member on 500, 502, 503 and 504. A saved trace under Tests shows it.',
          isRight: true,
        },
      ],
    }),
  ],
  end: 'Make the key small before the cache sees it: what many requests have in common should be one copy.',
}

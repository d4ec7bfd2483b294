/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/example_cloudfront_functions_url_rewrite_single_page_apps_section.html */

import { came, isHit, look, predict, type Sent, send, type Tutorial } from '#core/gallery/tutorial.ts'
import { setAt } from '#core/model/edit.ts'

const rewritten = ({ result }: Sent) => result.originRequests.some(({ path }) => path === '/docs/index.html')

const code = `function handler(event) {
  const request = event.request
  const last = request.uri.split('/').pop()
  if (last === '') request.uri += 'index.html'
  else if (!last.includes('.')) request.uri += '/index.html'
  return request
}
`

export const aFunctionThatRewrites: Tutorial = {
  example: 'static-site',
  title: 'A function that rewrites the path',
  distribution: 'Site',
  steps: [
    send({
      id: 'folder',
      title: 'A folder is no file',
      text: 'A bucket holds files and knows nothing of folders. Viewers ask for /docs/ all the same.',
      task: 'Send GET /docs/',
      until: came('/docs/', rewritten),
      solution: [{ send: { url: '/docs/' } }],
      lesson: 'The bucket was asked for /docs/index.html: a function had changed the path.',
    }),
    look({
      id: 'stage',
      title: 'Where it runs',
      text: 'The story tells the request stage by stage. The function has a stage of its own, before the cache.',
      task: 'Click “Viewer request function” in the story.',
      stage: 'viewer-request-function',
      before: [{ send: { url: '/docs/' } }],
      lesson:
        'It runs at each viewer request, hit or miss, before the cache key is made. That is why the key has the new path.',
    }),
    predict({
      id: 'same',
      title: 'The file by its own name',
      text: '/docs/ has just been stored. Another viewer asks for /docs/index.html, in the same place.',
      choices: [
        {
          text: 'A hit',
          why: 'The function made /docs/ into /docs/index.html before the key was made, so both have one key.',
          isRight: true,
        },
        {
          text: 'A miss, since the path is another',
          why: 'It is another path for the viewer; the cache saw the rewritten one.',
        },
      ],
    }),
    send({
      id: 'hit',
      title: 'See whether it is so',
      text: 'Send both, and look at what the caches hold.',
      task: 'Send GET /docs/ and GET /docs/index.html',
      until: came('/docs/index.html', isHit),
      solution: [{ send: { url: '/docs/' } }, { send: { url: '/docs/index.html' } }],
      lesson: 'A hit: one copy for both.',
    }),
    predict({
      id: 'no-slash',
      title: 'Without the slash',
      text: 'People also type /docs. Read the function: what does the bucket get asked for?',
      place: 'functions',
      choices: [
        { text: '/docs/index.html', why: 'Only if the function did that; it looks for a slash at the end.' },
        {
          text: '/docs',
          why: 'The function only changes paths that end with a slash, so the bucket is asked for /docs and has no such file.',
          isRight: true,
        },
        { text: '/index.html', why: 'The default root object stands in for / alone, never for a folder.' },
      ],
    }),
    send({
      id: 'mend',
      title: 'Mend the function',
      text: 'Let the function serve the index page for paths whose last part has no dot. Its editor is in Functions; a run beside it shows what comes out.',
      place: 'functions',
      at: { field: ['resources', 'Index', 'config', 'FunctionCode'] },
      task: 'Change the function, then send GET /docs',
      until: came('/docs', rewritten),
      solution: [
        { edit: () => setAt(['resources', 'Index', 'config', 'FunctionCode'], code) },
        { send: { url: '/docs' } },
      ],
      lesson: 'Now /docs, /docs/ and /docs/index.html are one copy.',
    }),
  ],
  end: 'A function at the viewer request sees every request before the cache. What it makes of the path is what the cache knows.',
}

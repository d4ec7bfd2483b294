/** `npm run build:site`: the page and the docs as one folder, for any static host and below any path. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Marked } from 'marked'
import { gfmHeadingId } from 'marked-gfm-heading-id'
import { builtPage, root } from './install.js'

/** What stands in the head of every page, in this order. */
const chapters = [
  ['index.html', 'Frontage'],
  ['docs/rules.md', 'Rules'],
  ['docs/pipeline.md', 'Trace'],
  ['docs/scenarios.md', 'Scenarios'],
  ['docs/shipping.md', 'Shipping'],
  ['docs/replay.md', 'Replay'],
  ['docs/continuous-integration.md', 'Pipelines'],
  ['docs/editors.md', 'Editors'],
]
const texts = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md']

/** The Markdown files of the project that become pages, by their paths in it. */
export function sources() {
  const top = readdirSync(root).filter((name) => texts.includes(name))
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => posix.join('docs', name.replaceAll('\\', '/')))
  return [...top, ...docs].sort()
}

/**
 * Where a file of the project stands in the site; the page itself is its root.
 * @param {string} source
 */
export function placeOf(source) {
  if (source === 'README.md') return 'docs/index.html'
  const below = source.startsWith('docs/') ? source : `docs/${source}`
  return below.replace(/\.md$/, '.html')
}

/**
 * What a link of a page leads to in the site: undefined for a file that is not a part of it, such as a source.
 * @param {string} href
 * @param {string} from the page's path in the project
 * @param {ReadonlySet<string>} published
 */
export function linkIn(href, from, published) {
  if (/^(?:[a-z]+:|#)/.test(href)) return href
  const [path = '', fragment] = href.split('#')
  const target = posix.normalize(posix.join(posix.dirname(from), path))
  if (!published.has(target) && !target.startsWith('docs/images/')) return undefined
  const relative = posix.relative(posix.dirname(placeOf(from)), placeOf(target))
  return fragment === undefined ? relative : `${relative}#${fragment}`
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const styles = `
:root { color-scheme: light dark; --ink: light-dark(#1b2430, #dfe6ee); --paper: light-dark(#fff, #14181e); --line: light-dark(#dde3ea, #2b333d); --quiet: light-dark(#5b6775, #95a1af); --accent: light-dark(#3346c8, #9aa8ff) }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
header { display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 12px 24px; border-bottom: 1px solid var(--line) }
header a { color: var(--quiet); text-decoration: none } header a[aria-current], header a:hover { color: var(--ink) }
main { max-width: 880px; margin: 0 auto; padding: 24px 24px 80px; overflow-wrap: break-word }
a { color: var(--accent) } a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
h1, h2, h3 { line-height: 1.25; margin: 2em 0 .6em } h1 { margin-top: 0 }
code { font: .875em/1.5 ui-monospace, monospace; background: color-mix(in srgb, var(--line) 45%, transparent); padding: 1px 4px; border-radius: 4px }
pre { padding: 12px 16px; overflow-x: auto; border: 1px solid var(--line); border-radius: 8px } pre code { padding: 0; background: none }
table { display: block; overflow-x: auto; border-collapse: collapse; font-size: 14px } td, th { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
blockquote { margin: 1em 0; padding-left: 16px; border-left: 3px solid var(--line); color: var(--quiet) } img { max-width: 100%; border-radius: 8px }
`

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

/** One page around its content. */
function pageAround(source, content) {
  const own = placeOf(source)
  const to = (target) => posix.relative(posix.dirname(own), target) || '.'
  const links = chapters.map(([target = '', label]) => {
    const place = target.endsWith('.md') ? placeOf(target) : target
    return `<a href="${to(place)}"${place === own ? ' aria-current="page"' : ''}>${label}</a>`
  })
  const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(content)?.[1]?.replace(/<[^>]+>/g, '') ?? 'Frontage'
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}${title === 'Frontage' ? '' : ' · Frontage'}</title>
<link rel="icon" href="${to('favicon.svg')}" type="image/svg+xml">
<style>${styles}</style>
</head>
<body>
<header>${links.join('\n')}</header>
<main>
${content}</main>
</body>
</html>
`
}

/**
 * A Markdown file as a page of the site.
 * @param {string} source
 * @param {string} text
 * @param {ReadonlySet<string>} published
 */
export function rendered(source, text, published) {
  const marked = new Marked(gfmHeadingId(), {
    renderer: {
      link({ href, tokens }) {
        const content = this.parser.parseInline(tokens)
        const target = linkIn(href, source, published)
        return target === undefined ? content : `<a href="${escaped(target)}">${content}</a>`
      },
      image({ href, text: alt }) {
        const target = linkIn(href, source, published)
        return target === undefined ? escaped(alt) : `<img src="${escaped(target)}" alt="${escaped(alt)}">`
      },
      // What looks like a tag in our texts is meant as text.
      html: ({ raw }) => escaped(raw),
    },
  })
  return pageAround(source, marked.parse(text, { async: false }))
}

function build() {
  builtPage()
  const site = join(root, 'dist/site')
  rmSync(site, { recursive: true, force: true })
  cpSync(join(root, 'dist/page'), site, { recursive: true })
  const published = new Set(sources())
  for (const source of published) {
    const place = join(site, placeOf(source))
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, rendered(source, readFileSync(join(root, source), 'utf8'), published))
  }
  cpSync(join(root, 'docs/images'), join(site, 'docs/images'), { recursive: true })
  process.stdout.write(`dist/site: the page, and ${published.size} pages of docs.\n`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) build()

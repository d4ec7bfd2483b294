/**
 * The licenses of everything that is built in, as one file beside the build: bundlers list what they put into the main
 * bundle, and not what is in its workers or in the libraries inside the sandbox. A license that nobody has looked at
 * ends the build.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Licenses that let us pass the packages on with their texts; of a choice, one of them is enough. */
const accepted: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
])

/** The folders of packages that are in a build. */
export type Shipped = Set<string>

/** The folder of the package that a module is of; undefined for what is ours. */
export const packageOf = (id: string): string | undefined =>
  /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1]

export const isAccepted = (license: string): boolean =>
  license
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((one) => accepted.has(one.trim()))

interface Licensed {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly text: string
}

/** What a package says of its license; packages within packages, such as a folder of another module format, have none. */
function licensed(folder: string): Licensed | undefined {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (typeof name !== 'string' || typeof version !== 'string') return undefined
  const file = readdirSync(folder).find((one) => /^(?:licen[cs]e|copying)/i.test(one))
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
  return { name, version, license: String(license), text }
}

/** The page of the licenses; throws where one of them is not accepted. */
export function noticeOf(shipped: Shipped): string {
  const all = [...shipped].flatMap((folder) => licensed(folder) ?? [])
  const once = new Map(all.map((one) => [`${one.name} ${one.version}`, one]))
  const sorted = [...once.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  const strange = sorted.filter(({ license }) => !isAccepted(license))
  if (strange.length > 0)
    throw new Error(
      `Not among the accepted licenses of vite/notices.ts: ${strange.map(({ name, license }) => `${name} (${license})`).join(', ')}`,
    )
  return [
    '# What Frontage is built with',
    'Frontage itself: Apache-2.0. The packages below are a part of this build.',
    ...sorted.map(({ name, version, license, text }) =>
      [`## ${name} ${version} (${license})`, text].filter((part) => part !== '').join('\n\n'),
    ),
    '',
  ].join('\n\n')
}

/** Notes which packages a build, or one within it, is made of. */
export const notesShipped = (shipped: Shipped): Plugin => ({
  name: 'frontage:notes-shipped',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      for (const id of chunk.moduleIds) {
        const folder = packageOf(id)
        if (folder !== undefined) shipped.add(folder)
      }
    }
  },
})

/** The same, and writes the page: workers and inner builds are done by then. */
export const writesNotice = (shipped: Shipped, fileName: string): Plugin => {
  const notes = notesShipped(shipped)
  return {
    ...notes,
    name: 'frontage:notice',
    writeBundle({ dir }) {
      writeFileSync(join(dir ?? 'dist', fileName), noticeOf(shipped))
    },
  }
}

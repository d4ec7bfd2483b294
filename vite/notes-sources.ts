import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { Plugin } from 'vite'

const folder = 'dist/sources'
const byHand = ['vite.config.ts', 'package.json', ...readdirSync('vite').map((name) => `vite/${name}`)]

const ofOurs = (id: string): string =>
  relative(process.cwd(), id.replace(/[?#].*$/, '')).replaceAll('\\', '/')
const sourcesIn = (ids: Iterable<string>): string[] =>
  [...new Set([...ids].map(ofOurs))].filter((file) => file.startsWith('src/')).sort()

/** What is reached from a module by imports; a walk that adds to what it walks over. */
function reachedFrom(start: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set([start])
  for (const id of reached) for (const other of next(id)) reached.add(other)
  return reached
}

const isCommand = (id: string): boolean => ofOurs(id).startsWith('src/cli/commands/')
/** Threads are files of another build, which these modules look for by name. */
const startsThread = (code: string | null | undefined): boolean => /-worker\.js\b/.test(code ?? '')

/**
 * Writes which of our files a build is made of, and when it began; for the command also what each of its commands
 * reaches. bin/fresh.cjs asks these and no others whether the build is still true: a file that is not among them can only
 * come in by an edit of one that is.
 */
export function notesSources(name: string): Plugin {
  let began = 0
  const read = new Set<string>()
  const write = (file: string, ids: Iterable<string>, isThreaded = false) => {
    const sources = [...sourcesIn(ids), ...byHand]
    writeFileSync(join(folder, `${file}.json`), JSON.stringify({ began, isThreaded, sources }))
  }
  return {
    name: 'frontage:notes-sources',
    enforce: 'pre',
    buildStart() {
      began = Date.now()
    },
    load(id) {
      read.add(id)
    },
    writeBundle() {
      mkdirSync(folder, { recursive: true })
      for (const file of readdirSync(folder)) if (file.startsWith(`${name}.`)) rmSync(join(folder, file))
      const main = [...read].find((id) => ofOurs(id) === 'src/cli/main.ts')
      for (const command of main === undefined ? [] : [...read].filter(isCommand)) {
        const reached = reachedFrom(main ?? command, (id) => {
          const info = this.getModuleInfo(id)
          const later = isCommand(id) && id !== command ? [] : (info?.dynamicallyImportedIds ?? [])
          return [...(info?.importedIds ?? []), ...later]
        })
        const isThreaded = [...reached].some((id) => startsThread(this.getModuleInfo(id)?.code))
        write(`${name}.${basename(command, '.ts')}`, reached, isThreaded)
      }
      write(name, read, true)
      if (main !== undefined)
        write(
          `${name}.-`,
          reachedFrom(main, (id) => this.getModuleInfo(id)?.importedIds ?? []),
        )
    },
  }
}

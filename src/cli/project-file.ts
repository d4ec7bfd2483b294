/** A team's `frontage.json` or `.frontagerc`: the nearest one in the folder of a source or above it. */
import { lstatSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { type Project, readProject } from '#core/rules/harness/project.ts'
import { rules } from '#core/rules/index.ts'
import { readTextBounded } from './bounded-read.ts'
import { errorCode } from './system.ts'

const names = ['frontage.json', '.frontagerc'] as const

async function textOf(file: string): Promise<string | undefined> {
  try {
    // Most folders have none, and an exception for each of them is dear.
    if (!lstatSync(file, { throwIfNoEntry: false })) return undefined
    return await readTextBounded(file)
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined
    throw error
  }
}

type Decided = Result<Project, readonly string[]>

const folderOf = (source: string): string => (source === '-' ? process.cwd() : dirname(resolve(source)))

/** The same as projectOf for the sources of one run, which are mostly in few folders. */
export function projectsOfRun(): (source: string) => Promise<Decided> {
  const known = new Map<string, Promise<Decided>>()
  return (source) => {
    const folder = folderOf(source)
    const project = known.get(folder) ?? projectOf(source)
    known.set(folder, project)
    return project
  }
}

/** What holds for a source; nothing is decided where there is no such file. `-` belongs to the current folder. */
export async function projectOf(source: string): Promise<Decided> {
  let folder = folderOf(source)
  for (;;) {
    for (const name of names) {
      const file = join(folder, name)
      const text = await textOf(file)
      if (text === undefined) continue
      const project = readProject(text, rules)
      return project.ok ? project : failed(project.error.map((fault) => `${file}: ${fault}`))
    }
    const above = dirname(folder)
    if (above === folder) return ok({ rules: {} })
    folder = above
  }
}

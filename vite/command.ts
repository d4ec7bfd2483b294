import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Text that is the same in Latin-1 and in UTF-8, so that it is read without being decoded. */
export const inAscii = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

const asksAtOnce = "const childProcess = require('node:child_process');"
const asksThen = "const childProcess = { get spawn() { return require('node:child_process').spawn } };"

/** Commander starts programs for commands that are files of their own, of which we have none. */
export const withoutProcesses = (): Plugin => ({
  name: 'frontage:without-processes',
  transform(code, id) {
    if (!id.endsWith('/commander/lib/command.js')) return undefined
    if (!code.includes(asksAtOnce))
      this.error('Commander asks for processes in another way; see vite/command.ts.')
    return { code: code.replace(asksAtOnce, asksThen), map: null }
  },
})

const loadsCommand = `// As bin/frontage.cjs does it, without what only a checkout needs.
import { runCommand } from '../bin/command.cjs'

runCommand()
`

/**
 * The command as bin/command.cjs loads it: chunks in ASCII, so that they are read at once and their compiled code is kept
 * by name, and a file that says where the first of them is.
 */
export const commandChunks = (): Plugin => ({
  name: 'frontage:command-chunks',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      if (/String\.raw`[^`]*[^\0-\x7f]/.test(chunk.code))
        this.error(`${chunk.fileName} has a raw text that is not ASCII; write it as a string.`)
      chunk.code = inAscii(chunk.code)
      if (chunk.isEntry)
        this.emitFile({
          type: 'asset',
          fileName: 'command.json',
          source: JSON.stringify({ entry: chunk.fileName }),
        })
    }
    this.emitFile({ type: 'asset', fileName: 'cli.js', source: loadsCommand })
  },
  // What was compiled of chunks that are gone.
  writeBundle: ({ dir = 'dist' }) => rmSync(join(dir, 'kept'), { recursive: true, force: true }),
})

/** What stands above each distribution: a request through it, and what its changes since the last commit do. */

import type { CodeLens } from 'vscode-languageserver/node'
import { distributionsIn } from '#core/model/distribution.ts'
import { rangeFrom } from './diagnostics.ts'
import type { Opened } from './opened.ts'

/** The commands that an editor shows the answers of. */
export const lensCommands = { trace: 'frontage.trace' } as const

export function lensesOf(uri: string, { lastGood, lines }: Opened): CodeLens[] {
  if (!lastGood) return []
  return distributionsIn(lastGood.document).map(({ id, path }) => ({
    range: rangeFrom(lines, lastGood.locate(path)),
    command: { title: 'Trace a request', command: lensCommands.trace, arguments: [uri, id] },
  }))
}

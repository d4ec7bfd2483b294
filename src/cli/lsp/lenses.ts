/** What stands above each distribution: a request through it, and what its changes since the last commit do. */

import type { CodeLens } from 'vscode-languageserver/node'
import { distributionsIn } from '#core/model/distribution.ts'
import { rangeFrom } from './diagnostics.ts'
import type { Opened } from './opened.ts'

/** The commands that an editor shows the answers of. */
export const lensCommands = {
  trace: 'frontage.trace',
  review: 'frontage.review',
} as const

export function lensesOf(uri: string, { lastGood, lines }: Opened): CodeLens[] {
  if (!lastGood) return []
  return distributionsIn(lastGood.document).flatMap(({ id, path }) => {
    const range = rangeFrom(lines, lastGood.locate(path))
    const lens = (title: string, command: string) => ({
      range,
      command: { title, command, arguments: [uri, id] },
    })
    return [
      lens('Trace a request', lensCommands.trace),
      ...(uri.startsWith('file:') ? [lens('Review against HEAD', lensCommands.review)] : []),
    ]
  })
}

/** The design of a text as the page takes it from its address: nothing is sent anywhere, and secrets stay here. */

import { basename } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { shareable } from '#core/edits/secrets.ts'
import type { Session } from './session.ts'

/** Arguments: the text's address. The fragment of a link to the page; null where the text never read. */
export function pageLink(session: Session, [uri]: readonly unknown[]): string | null {
  const open = session.at(String(uri))
  if (!open?.lastGood) return null
  const { document } = shareable(open.lastGood.document)
  const text = JSON.stringify({ name: basename(open.file), ...document })
  return `#design=${deflateRawSync(text).toString('base64url')}`
}

/** What an editor may ask for by name; the first argument is the address of an open text. */

import { lensCommands } from './lenses.ts'
import { pageLink } from './page-link.ts'
import type { Session } from './session.ts'
import { traceText } from './trace.ts'

type Answer = string | null | Promise<string>

export const editorCommands: Readonly<
  Record<string, (session: Session, given: readonly unknown[]) => Answer>
> = {
  [lensCommands.trace]: traceText,
  [lensCommands.review]: async (session, given) => {
    const { reviewOf } = await import('./review.ts')
    return reviewOf(session, given)
  },
  /** For an editor that shows the page beside the file. */
  'frontage.link': pageLink,
}

import { lazy, Suspense } from 'react'
import { otherKeys } from '#features/canvas/canvas-commands.ts'
import { CommandPalette, ShortcutSheet } from '#features/commands/CommandDialogs.tsx'
import { OpenDialog } from '#features/exchange/OpenDialog.tsx'
import { useFixReview } from '#state/fix-review.ts'
import { announce, showDialog, useSession } from '#state/session.ts'
import { Boundary } from '#ui/Boundary.tsx'

const ExportDialog = lazy(() =>
  import('#features/exchange/ExportDialog.tsx').then((module) => ({ default: module.ExportDialog })),
)
const ImportDialog = lazy(() =>
  import('#features/deploy/ImportDialog.tsx').then((module) => ({ default: module.ImportDialog })),
)
const ShareDialog = lazy(() =>
  import('#features/exchange/ShareDialog.tsx').then((module) => ({ default: module.ShareDialog })),
)
const VersionsDialog = lazy(() =>
  import('#features/exchange/VersionsDialog.tsx').then((module) => ({ default: module.VersionsDialog })),
)

const FixReview = lazy(() =>
  import('#features/problems/FixReview.tsx').then((module) => ({ default: module.FixReview })),
)

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useSession((session) => session.dialog)
  const isReviewing = useFixReview(({ review }) => review !== undefined)
  return (
    <Boundary
      key={dialog}
      fallback={() => null}
      onError={({ message }) => {
        showDialog(undefined)
        announce(`The dialog cannot be shown: ${message} Reload the page to try again.`)
      }}
    >
      <Suspense fallback={null}>
        {isReviewing && <FixReview />}
        {dialog === 'open' && <OpenDialog />}
        {dialog === 'export' && <ExportDialog />}
        {dialog === 'share' && <ShareDialog />}
        {dialog === 'versions' && <VersionsDialog />}
        {dialog === 'import' && <ImportDialog />}
        {dialog === 'commands' && <CommandPalette />}
        {dialog === 'shortcuts' && <ShortcutSheet others={otherKeys} />}
      </Suspense>
    </Boundary>
  )
}

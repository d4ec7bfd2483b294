import { type DragEvent, lazy, Suspense, useEffect } from 'react'
import { watchClipboard } from '#commands/clipboard-events.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { handleShortcut } from '#features/commands/keys.ts'
import { StartPage } from '#features/start/StartPage.tsx'
import { useDesign } from '#state/design.ts'
import { openFile } from '#state/files.ts'
import { announce } from '#state/session.ts'
import { useProgress } from '#state/tutorial.ts'
import { useScreen } from '#ui/use-screen.ts'
import styles from './app.module.css'
import { Dialogs } from './Dialogs.tsx'
import { keepFocus } from './frame/keep-focus.ts'
import { NarrowWorkspace } from './frame/NarrowWorkspace.tsx'
import { WideWorkspace } from './frame/Workspace.tsx'
import { Message } from './Message.tsx'
import { PhoneWorkspace } from './PhoneWorkspace.tsx'
import { PrintView } from './PrintView.tsx'
import { ServerGone } from './ServerGone.tsx'
import { TopBar } from './TopBar.tsx'

function Workspace() {
  const screen = useScreen()
  if (screen === 'wide') return <WideWorkspace />
  return screen === 'narrow' ? <NarrowWorkspace /> : <PhoneWorkspace />
}

const TutorialPane = lazy(() =>
  import('#features/tutorial/TutorialPane.tsx').then((module) => ({ default: module.TutorialPane })),
)

/** The open design; an example speaks beside it, where its reader wants that. */
function Opened() {
  const isTold = useProgress()?.isShown === true
  return (
    <div className={styles['opened']} data-told={isTold}>
      <Suspense fallback={null}>{isTold && <TutorialPane />}</Suspense>
      <Workspace />
    </div>
  )
}

/** The first stop of the Tab key, so that nobody goes through the whole bar and the palette to reach a node. */
const skipToDrawing = () => document.querySelector<HTMLElement>('[data-pane="canvas"]')?.focus()

/** The page: a start page, or the open design with its views. */
export function App() {
  const isOpen = useDesign(({ id, history }) => id !== '' || distributionsIn(history.present).length > 0)
  useEffect(() => {
    window.addEventListener('keydown', handleShortcut)
    const stopClipboard = watchClipboard()
    const stopFocus = keepFocus()
    return () => {
      window.removeEventListener('keydown', handleShortcut)
      stopClipboard()
      stopFocus()
    }
  }, [])
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files
    if (!file) return
    event.preventDefault()
    void openFile(file).then((result) => {
      if (!result.ok) announce(`“${file.name}” was not opened. ${result.error}`)
    })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped anywhere; the Open dialog does the same by keyboard
    <div className={styles['app']} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      {isOpen && (
        <button type="button" className={styles['skip']} onClick={skipToDrawing}>
          Skip to the drawing
        </button>
      )}
      <TopBar />
      <ServerGone />
      {isOpen ? <Opened /> : <StartPage />}
      <Message />
      <Dialogs />
      <PrintView />
    </div>
  )
}

import { type DragEvent, useEffect, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { watchClipboard } from '#commands/clipboard-events.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { Palette } from '#features/canvas/palette/Palette.tsx'
import { handleShortcut } from '#features/commands/keys.ts'
import { Inspector } from '#features/inspector/Inspector.tsx'
import { Outline } from '#features/outline/Outline.tsx'
import { StartPage } from '#features/start/StartPage.tsx'
import { useDesign } from '#state/design.ts'
import { openFile } from '#state/files.ts'
import { announce, useSession } from '#state/session.ts'
import { useScreen } from '#ui/use-screen.ts'
import styles from './app.module.css'
import { Bottom } from './Bottom.tsx'
import { Dialogs } from './Dialogs.tsx'
import { Drawing } from './Drawing.tsx'
import { NarrowWorkspace } from './NarrowWorkspace.tsx'
import { PhoneWorkspace } from './PhoneWorkspace.tsx'
import { PrintView } from './PrintView.tsx'
import { TopBar } from './TopBar.tsx'

/** What the side panes take to begin with: on a small screen the canvas needs the room more. */
const isNarrow = () => window.innerWidth < 1200

function WideWorkspace() {
  const [sides] = useState(() => (isNarrow() ? ['184px', '264px'] : ['236px', '336px']))
  return (
    // The library's own cursor is a rule for every element there is: the whole page is styled again at each separator.
    <Group orientation="horizontal" className={styles['workspace']} disableCursor>
      <Panel defaultSize={sides[0]} minSize="170px" maxSize="40%" groupResizeBehavior="preserve-pixel-size">
        <div className={styles['left']}>
          <Palette />
          <h3 className={styles['heading']}>Outline</h3>
          <Outline />
        </div>
      </Panel>
      <Separator className={styles['handle']} aria-label="Width of the palette" />
      <Panel minSize="30%">
        <Group orientation="vertical" disableCursor>
          <Panel minSize="25%">
            <Drawing />
          </Panel>
          <Separator className={styles['handle']} aria-label="Height of the panels" />
          <Panel defaultSize="38%" minSize="90px">
            <Bottom />
          </Panel>
        </Group>
      </Panel>
      <Separator className={styles['handle']} aria-label="Width of the inspector" />
      <Panel defaultSize={sides[1]} minSize="240px" maxSize="50%" groupResizeBehavior="preserve-pixel-size">
        <div className={styles['right']}>
          <Inspector />
        </div>
      </Panel>
    </Group>
  )
}

function Workspace() {
  const screen = useScreen()
  if (screen === 'wide') return <WideWorkspace />
  return screen === 'narrow' ? <NarrowWorkspace /> : <PhoneWorkspace />
}

/** How long a message stays in sight. */
const messageTime = 6000

/** What has just happened, for everybody; those who hear the page get it at once. */
function Message() {
  const message = useSession((session) => session.message)
  useEffect(() => {
    if (message === '') return
    const timer = setTimeout(() => announce(''), messageTime)
    return () => clearTimeout(timer)
  }, [message])
  return (
    <div aria-live="polite">
      {message !== '' && (
        <output key={message} className={styles['message']}>
          {message}
        </output>
      )}
    </div>
  )
}

/** The page: a start page, or the open design with its views. */
export function App() {
  const isOpen = useDesign(({ id, history }) => id !== '' || distributionsIn(history.present).length > 0)
  useEffect(() => {
    window.addEventListener('keydown', handleShortcut)
    const stopClipboard = watchClipboard()
    return () => {
      window.removeEventListener('keydown', handleShortcut)
      stopClipboard()
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
      <TopBar />
      {isOpen ? <Workspace /> : <StartPage />}
      <Message />
      <Dialogs />
      <PrintView />
    </div>
  )
}

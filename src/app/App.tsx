import { type DragEvent, lazy, Suspense, useEffect, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { distributionsIn } from '#core/model/distribution.ts'
import { Palette } from '#features/canvas/palette/Palette.tsx'
import { handleShortcut } from '#features/commands/keys.ts'
import { Inspector } from '#features/inspector/Inspector.tsx'
import { Outline } from '#features/outline/Outline.tsx'
import { StartPage } from '#features/start/StartPage.tsx'
import { watchClipboard } from '#nodes/clipboard-events.ts'
import { useDesign } from '#state/design.ts'
import { openFile } from '#state/files.ts'
import { useFirstSteps } from '#state/first-steps.ts'
import { useProblems } from '#state/problems.ts'
import { announce, showPanel, useSession } from '#state/session.ts'
import styles from './app.module.css'
import { Dialogs } from './Dialogs.tsx'
import { PrintView } from './PrintView.tsx'
import { panels } from './panels.ts'
import { TopBar } from './TopBar.tsx'

const Canvas = lazy(() =>
  import('#features/canvas/Canvas.tsx').then((module) => ({ default: module.Canvas })),
)

const FirstSteps = lazy(() =>
  import('#features/first-steps/FirstSteps.tsx').then((module) => ({ default: module.FirstSteps })),
)

function Bottom() {
  const panel = useSession((session) => session.panel)
  const problems = useProblems((state) => state.problems)
  const serious = problems.filter(({ severity }) => severity !== 'info').length
  const shown = panels.find(({ id }) => id === panel) ?? panels[0]
  return (
    <section className={styles['bottom']} aria-label="Panels">
      <div className={styles['tabs']} role="tablist" aria-label="Panels">
        {panels.map(({ id, label }) => (
          <button
            type="button"
            role="tab"
            key={id}
            aria-selected={id === shown?.id}
            className={styles['tab']}
            onClick={() => showPanel(id)}
          >
            {label}
            {id === 'problems' && problems.length > 0 && (
              <span className={styles['count']} data-serious={serious > 0}>
                {problems.length}
              </span>
            )}
          </button>
        ))}
      </div>
      <div className={styles['panel']} role="tabpanel" aria-label={shown?.label}>
        <Suspense fallback={null}>{shown && <shown.Panel />}</Suspense>
      </div>
    </section>
  )
}

/** What the side panes take to begin with: on a small screen the canvas needs the room more. */
const isNarrow = () => window.innerWidth < 1200

function Workspace() {
  const hasFirstSteps = useFirstSteps(({ isShown }) => isShown)
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
            <div className={styles['center']}>
              <Suspense fallback={null}>
                <Canvas />
                {hasFirstSteps && <FirstSteps />}
              </Suspense>
            </div>
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

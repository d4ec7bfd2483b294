import { Command, Download, FolderOpen, Home, Moon, Redo2, Sun, Undo2 } from 'lucide-react'
import { type DragEvent, lazy, Suspense, useEffect } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { distributionsIn } from '#core/model/distribution.ts'
import { emptyDesign } from '#core/model/document.ts'
import { otherKeys } from '#features/canvas/canvas-commands.ts'
import { Palette } from '#features/canvas/palette/Palette.tsx'
import { CommandPalette, ShortcutSheet } from '#features/commands/CommandDialogs.tsx'
import { toggleTheme } from '#features/commands/commands.ts'
import { handleShortcut } from '#features/commands/keys.ts'
import { ExportDialog } from '#features/exchange/ExportDialog.tsx'
import { OpenDialog } from '#features/exchange/OpenDialog.tsx'
import { Inspector } from '#features/inspector/Inspector.tsx'
import { Outline } from '#features/outline/Outline.tsx'
import { StartPage } from '#features/start/StartPage.tsx'
import { openDesign, redo, renameDesign, undo, useDesign } from '#state/design.ts'
import { openFile } from '#state/files.ts'
import { useSaving } from '#state/library.ts'
import { useProblems } from '#state/problems.ts'
import { announce, showDialog, showPanel, useSession } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import styles from './app.module.css'
import { Mark } from './Mark.tsx'
import { panels } from './panels.ts'

const Canvas = lazy(() =>
  import('#features/canvas/Canvas.tsx').then((module) => ({ default: module.Canvas })),
)

function SaveStatus() {
  const status = useSaving((state) => state.status)
  if (typeof status === 'object')
    return (
      <span className={styles['failure']} role="alert">
        {status.failure}
      </span>
    )
  return <span className={styles['muted']}>{status === 'saved' ? 'Saved in this browser' : 'Saving…'}</span>
}

function TopBar() {
  const name = useDesign((state) => state.name)
  const isOpen = useDesign((state) => state.id !== '')
  const history = useDesign((state) => state.history)
  const [lastDone, nextDone] = [history.past.at(-1)?.label, history.future[0]?.label]
  return (
    <header className={styles['top']}>
      <Mark />
      <b className={styles['brand']}>Frontage</b>
      {isOpen && (
        <>
          <input
            className={styles['name']}
            aria-label="Name of the design"
            value={name}
            onChange={(event) => renameDesign(event.target.value)}
          />
          <SaveStatus />
        </>
      )}
      <span className={styles['spring']} />
      {isOpen && (
        <>
          <Button
            kind="quiet"
            label="Start page"
            icon={<Home size={16} aria-hidden />}
            onPress={() => openDesign('', 'Untitled design', emptyDesign)}
          />
          <Button
            kind="quiet"
            label={lastDone ? `Undo: ${lastDone}` : 'Undo'}
            shortcut="Ctrl+Z"
            icon={<Undo2 size={16} aria-hidden />}
            isDisabled={!lastDone}
            onPress={undo}
          />
          <Button
            kind="quiet"
            label={nextDone ? `Redo: ${nextDone}` : 'Redo'}
            shortcut="Ctrl+Shift+Z"
            icon={<Redo2 size={16} aria-hidden />}
            isDisabled={!nextDone}
            onPress={redo}
          />
        </>
      )}
      <Button
        kind="quiet"
        label="Commands"
        shortcut="Ctrl+K"
        icon={<Command size={16} aria-hidden />}
        onPress={() => showDialog('commands')}
      />
      <Button
        kind="quiet"
        label="Switch between light and dark"
        icon={
          <span className={styles['themes']}>
            <Sun size={16} aria-hidden />
            <Moon size={16} aria-hidden />
          </span>
        }
        onPress={toggleTheme}
      />
      <Button icon={<FolderOpen size={15} aria-hidden />} onPress={() => showDialog('open')}>
        Open
      </Button>
      {isOpen && (
        <Button kind="primary" icon={<Download size={15} aria-hidden />} onPress={() => showDialog('export')}>
          Export
        </Button>
      )}
    </header>
  )
}

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

function Workspace() {
  return (
    <Group orientation="horizontal" className={styles['workspace']}>
      <Panel defaultSize="17%" minSize="170px">
        <div className={styles['left']}>
          <Palette />
          <h3 className={styles['heading']}>Outline</h3>
          <Outline />
        </div>
      </Panel>
      <Separator className={styles['handle']} aria-label="Width of the palette" />
      <Panel minSize="30%">
        <Group orientation="vertical">
          <Panel minSize="25%">
            <Suspense fallback={null}>
              <Canvas />
            </Suspense>
          </Panel>
          <Separator className={styles['handle']} aria-label="Height of the panels" />
          <Panel defaultSize="34%" minSize="90px">
            <Bottom />
          </Panel>
        </Group>
      </Panel>
      <Separator className={styles['handle']} aria-label="Width of the inspector" />
      <Panel defaultSize="24%" minSize="240px">
        <div className={styles['right']}>
          <Inspector />
        </div>
      </Panel>
    </Group>
  )
}

/** The page: a start page, or the open design with its views. */
export function App() {
  const isOpen = useDesign(({ id, history }) => id !== '' || distributionsIn(history.present).length > 0)
  const dialog = useSession((session) => session.dialog)
  const message = useSession((session) => session.message)
  useEffect(() => {
    window.addEventListener('keydown', handleShortcut)
    return () => window.removeEventListener('keydown', handleShortcut)
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
      <div aria-live="polite">
        {message !== '' && (
          <output key={message} className={styles['message']}>
            {message}
          </output>
        )}
      </div>
      {dialog === 'open' && <OpenDialog />}
      {dialog === 'export' && <ExportDialog />}
      {dialog === 'commands' && <CommandPalette />}
      {dialog === 'shortcuts' && <ShortcutSheet others={otherKeys} />}
    </div>
  )
}

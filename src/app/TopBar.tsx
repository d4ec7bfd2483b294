import {
  Check,
  Download,
  FolderOpen,
  GraduationCap,
  LoaderCircle,
  Moon,
  Redo2,
  Search,
  Share2,
  Sun,
  Undo2,
} from 'lucide-react'
import { emptyDesign } from '#core/model/document.ts'
import { toggleTheme } from '#features/commands/commands.ts'
import { openDesign, redo, renameDesign, undo, useDesign } from '#state/design.ts'
import { useSaving } from '#state/library.ts'
import { showDialog } from '#state/session.ts'
import { useTabs } from '#state/tabs.ts'
import { showTutorial, useProgress } from '#state/tutorial.ts'
import { Button } from '#ui/Button.tsx'
import { useScreen } from '#ui/use-screen.ts'
import styles from './app.module.css'
import { FrameButtons } from './frame/FrameButtons.tsx'
import { ModeTabs } from './frame/ModeTabs.tsx'
import { Mark } from './Mark.tsx'

const savedWords = 'Saved in this browser'

function SaveStatus() {
  const status = useSaving((state) => state.status)
  const isShared = useTabs((state) => state.isShared)
  if (typeof status === 'object')
    return (
      <span className={styles['failure']} role="alert">
        {status.failure}
      </span>
    )
  const words = status === 'saved' ? savedWords : 'Saving…'
  return (
    <button
      type="button"
      className={styles['saved']}
      title={`${words}: earlier versions of this design`}
      onClick={() => showDialog('versions')}
    >
      {status === 'saved' ? <Check size={13} aria-hidden /> : <LoaderCircle size={13} aria-hidden />}
      <span className={styles['savedWords']} data-longest={savedWords}>
        {words}
        {isShared && ' · open in another tab too'}
      </span>
    </button>
  )
}

/** Where one is, and the way to where all designs are. */
function Home() {
  return (
    <button
      type="button"
      className={styles['home']}
      aria-label="Start page"
      title="Start page"
      onClick={() => openDesign('', 'Untitled design', emptyDesign)}
    >
      <Mark />
      <b className={styles['brand']}>Frontage</b>
    </button>
  )
}

/** Brings the tutorial of an example back. */
function TutorialButton() {
  const progress = useProgress()
  if (!progress || progress.isShown) return null
  return (
    <Button
      kind="quiet"
      label="Tutorial of this example"
      shortcut="Alt+N"
      icon={<GraduationCap size={16} aria-hidden />}
      onPress={() => showTutorial(true)}
    />
  )
}

/** Undo and redo; on a phone a design is read alone. */
function Steps() {
  const history = useDesign((state) => state.history)
  const isRead = useScreen() === 'phone'
  const [lastDone, nextDone] = [history.past.at(-1)?.label, history.future[0]?.label]
  if (isRead) return null
  return (
    <>
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
  )
}

/** Name, state of saving, undo, and the ways in and out. */
export function TopBar() {
  const name = useDesign((state) => state.name)
  const isOpen = useDesign((state) => state.id !== '')
  return (
    <header className={styles['top']} data-open={isOpen}>
      <Home />
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
          <ModeTabs />
          <span className={styles['spring']} />
          <TutorialButton />
          <FrameButtons />
          <Steps />
        </>
      )}
      <Button
        kind="quiet"
        label="Commands"
        shortcut="Ctrl+K"
        icon={<Search size={16} aria-hidden />}
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
        <span className={styles['word']}>Open</span>
      </Button>
      {isOpen && (
        <Button icon={<Share2 size={15} aria-hidden />} onPress={() => showDialog('share')}>
          <span className={styles['word']}>Share</span>
        </Button>
      )}
      {isOpen && (
        <Button kind="primary" icon={<Download size={15} aria-hidden />} onPress={() => showDialog('export')}>
          <span className={styles['lastWord']}>Export</span>
        </Button>
      )}
    </header>
  )
}

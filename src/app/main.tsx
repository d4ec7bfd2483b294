import '#ui/tokens.css'
import { createRoot } from 'react-dom/client'
import { choiceText, resumeChoice, useComparison } from '#state/comparison.ts'
import { useDesign } from '#state/design.ts'
import { firstStepsText, resumeFirstSteps, useFirstSteps } from '#state/first-steps.ts'
import { frameText, resumeFrame, useFrame } from '#state/frame.ts'
import { listSaved, openLeft, openSaved, refreshSaved, watchSaving } from '#state/library.ts'
import { watchLive } from '#state/live.ts'
import { openedFromText, resumeOpenedFrom, useOpenedFrom } from '#state/opened-from.ts'
import { resumeProfile, useProblems, watchProblems } from '#state/problems.ts'
import { announce, forgetView, setTheme, showPanel, type Theme, useSession } from '#state/session.ts'
import { openShared } from '#state/share.ts'
import { watchTabs } from '#state/tabs.ts'
import { clearTrace } from '#state/trace.ts'
import { resumeTutorials, tutorialsText, useTutorials } from '#state/tutorial.ts'
import { keepTabKnown, takeCrashedDesigns } from '#storage/open-tabs.ts'
import { fetchDialog } from '#ui/Dialog.tsx'
import { forgetScroll } from '#ui/kept-scroll.ts'
import { fetchMenu } from '#ui/Menu.tsx'
import { App } from './App.tsx'
import { readAddress, showPlace, watchAddress } from './address.ts'
import { compose } from './compose.ts'
import { loadDrawing } from './Drawing.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { keepPage, watchServer } from './offline.ts'
import {
  lastOpen,
  rememberChoice,
  rememberFirstSteps,
  rememberFrame,
  rememberOpen,
  rememberOpenedFrom,
  rememberProfile,
  rememberTheme,
  rememberTutorials,
  savedChoice,
  savedFirstSteps,
  savedFrame,
  savedOpenedFrom,
  savedProfile,
  savedTheme,
  savedTutorials,
} from './remembered.ts'
import { within } from './within.ts'

/** The theme is an attribute of the page, so that the style sheet alone decides the colors. */
function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** How long the page waits for the browser's storage before it is shown without, in milliseconds. */
const patience = 3000
/** The same for the list of its designs, which can come later too. */
const patienceForList = 1000

/** Says that the page ended in the middle of work, and what is there again; nothing where something worse was told. */
async function tellCrash(id: string): Promise<void> {
  const entry = (await listSaved()).find((one) => one.id === id)
  if (!entry || useSession.getState().message !== '') return
  const time = new Date(entry.savedAt).toLocaleTimeString()
  announce(`The page ended unexpectedly. “${entry.name}” is back as it was saved at ${time}.`)
}

/** Opens what was open when the page was left. A browser that does not answer about what it keeps is not waited for. */
async function resumeLast(last: string): Promise<void> {
  const late = new AbortController()
  const resume = async () => {
    const [crashed, isOpen] = await Promise.all([
      takeCrashedDesigns(),
      last !== '' && openSaved(last, late.signal),
    ])
    if (!isOpen) return true
    if (crashed.includes(last)) await tellCrash(last)
    return true
  }
  if ((await within(patience, resume())) || useDesign.getState().id !== '') return
  late.abort()
  const remedy = 'Close the other tabs of this page and reload it to try again.'
  announce(
    openLeft(last)
      ? `The browser does not respond when asked for its saved designs. The last one is open as it was left, and is not saved anew. ${remedy}`
      : `The browser does not respond when asked for its saved designs, so the last one is not open. ${remedy}`,
  )
}

/** Takes up the few words that are kept between visits, and keeps them from now on. */
function takeUpWords(): void {
  setTheme(savedTheme())
  useSession.subscribe(({ theme }, before) => {
    if (theme === before.theme) return
    showTheme(theme)
    rememberTheme(theme)
  })
  resumeFrame(savedFrame())
  useFrame.subscribe((frame) => rememberFrame(frameText(frame)))
  resumeProfile(savedProfile())
  useProblems.subscribe(({ profile }, before) => {
    if (profile !== before.profile) rememberProfile(profile)
  })
  resumeFirstSteps(savedFirstSteps())
  useFirstSteps.subscribe((steps) => rememberFirstSteps(firstStepsText(steps)))
  resumeOpenedFrom(savedOpenedFrom())
  useOpenedFrom.subscribe(() => rememberOpenedFrom(openedFromText()))
  resumeChoice(savedChoice())
  useComparison.subscribe(() => rememberChoice(choiceText()))
  resumeTutorials(savedTutorials())
  useTutorials.subscribe(() => rememberTutorials(tutorialsText()))
}

async function start(): Promise<void> {
  compose()
  takeUpWords()
  const address = readAddress(location.hash)
  const last = address?.id ?? lastOpen()
  // While the design is read; where it fails, the drawing itself tells.
  const drawing = last === '' ? undefined : loadDrawing().catch(() => undefined)
  // What the start page shows of them pushes nothing down afterwards.
  const listed = last === '' ? within(patienceForList, refreshSaved()) : undefined
  const shared = await openShared(location.hash)
  if (shared) {
    // The design is a copy of its own now; a reload must not make another.
    history.replaceState(undefined, '', location.pathname + location.search)
    if (!shared.ok) announce(shared.error)
  }
  await resumeLast(shared?.ok ? '' : last)
  if (address && useDesign.getState().id === address.id) showPlace(address)
  if (shared?.ok) rememberOpen(useDesign.getState().id)
  const nameTab = keepTabKnown()
  nameTab(useDesign.getState().id)
  useDesign.subscribe(({ id }, before) => {
    if (id === before.id) return
    rememberOpen(id)
    nameTab(id)
    forgetView()
    forgetScroll()
    if (id === '') showPanel(undefined)
    clearTrace()
  })
  watchSaving()
  watchTabs()
  watchAddress()
  watchServer()
  keepPage()
  void watchLive()
  await (useDesign.getState().id === '' ? listed : drawing)
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root element.')
  createRoot(root).render(
    <ErrorBoundary>
      <App />
    </ErrorBoundary>,
  )
  // The rules check after the first paint, and what opens over the page comes when nothing else is asked for.
  watchProblems()
  setTimeout(
    () => void Promise.all([fetchDialog(), fetchMenu(), refreshSaved()]).catch(() => undefined),
    1000,
  )
}

void start()

/** Hands the adapters to the ports of the state; the only place that knows both. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import { canvasCommands } from '#features/canvas/canvas-commands.ts'
import { paletteCommands } from '#features/canvas/palette/index.ts'
import { pageCommands } from '#features/commands/commands.ts'
import { deployCommands } from '#features/deploy/deploy-commands.ts'
import { environmentCommands } from '#features/environments/environment-commands.ts'
import { functionCommands } from '#features/functions/function-commands.ts'
import { fieldCommands } from '#features/inspector/field-commands.ts'
import { problemCommands } from '#features/problems/problem-commands.ts'
import { traceCommands } from '#features/tracer/trace-commands.ts'
import { tutorialCommands } from '#features/tutorial/tutorial-commands.ts'
import { setAccountPort } from '#state/account.ts'
import { watchAround } from '#state/around.ts'
import { registerCommands } from '#state/commands.ts'
import { setJournalPort, watchCredentials } from '#state/deployment.ts'
import { watchDrift } from '#state/drift.ts'
import { setDisk } from '#state/files.ts'
import { recordingRunner, setFunctionRunner } from '#state/functions.ts'
import { setStorage } from '#state/library.ts'
import { watchMetrics } from '#state/live-metrics.ts'
import { setReplayPort, setReplayShelf } from '#state/replay.ts'
import { setRunnerPort } from '#state/trace.ts'
import {
  addVersion,
  listDesigns,
  listVersions,
  loadDesign,
  removeDesign,
  saveDesign,
  saveDesignAtOnce,
  setAside,
  storedText,
} from '#storage/designs.ts'
import { canWriteFiles, pickFile, pickPlace } from '#storage/file-system.ts'
import { loadHistory, saveHistory } from '#storage/histories.ts'
import { addJournalLine, readJournalLines, readJournalsOf } from '#storage/journals.ts'
import { readLeft } from '#storage/left.ts'
import { loadReplay, saveReplay } from '#storage/replays.ts'
import { download, fileStem } from '#ui/download.ts'
import { frameCommands } from './frame/frame-commands.ts'
import { replayInWorker } from './replay/port.ts'

/** The same for this tab also after a reload, and another for every other one. */
function pageName(): string {
  const place = 'frontage-page'
  try {
    const kept = sessionStorage.getItem(place) ?? crypto.randomUUID()
    sessionStorage.setItem(place, kept)
    return kept
  } catch {
    // A browser that stores nothing has a new name after each reload.
    return crypto.randomUUID()
  }
}

export function compose(): void {
  setStorage({
    save: saveDesign,
    saveAtOnce: saveDesignAtOnce,
    left: readLeft,
    list: listDesigns,
    load: loadDesign,
    setAside,
    versions: listVersions,
    addVersion,
    history: loadHistory,
    saveHistory,
    remove: removeDesign,
    download: async (id, name) => download(`${fileStem(name)}.damaged.json`, await storedText(id)),
  })
  setDisk({ canWrite: canWriteFiles, pickFile, pickPlace })
  registerCommands(() => pageCommands)
  registerCommands(() => frameCommands)
  registerCommands(() => functionCommands)
  registerCommands(() => canvasCommands)
  registerCommands(() => problemCommands)
  registerCommands(() => fieldCommands)
  registerCommands(() => traceCommands)
  registerCommands(() => tutorialCommands)
  registerCommands(paletteCommands)
  registerCommands(environmentCommands)
  let runner: Promise<FunctionRunner> | undefined
  const sandbox = () => {
    runner ??= import('#sandbox/page.ts').then(({ createPageRunner }) => createPageRunner())
    return runner
  }
  setRunnerPort(async () => recordingRunner(await sandbox()))
  setFunctionRunner(sandbox)
  setReplayPort(replayInWorker)
  setReplayShelf({ load: loadReplay, save: saveReplay })
  setJournalPort({ read: readJournalLines, all: readJournalsOf, add: addJournalLine })
  setAccountPort(async () => {
    const token = document.querySelector<HTMLMetaElement>('meta[name="frontage-token"]')?.content
    if (token === undefined) return undefined
    const { pageAccount } = await import('#aws/page-account.ts')
    return pageAccount(location.origin, token, pageName())
  })
  registerCommands(() => deployCommands)
  watchDrift()
  watchAround()
  watchMetrics()
  watchCredentials()
}

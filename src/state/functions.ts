/** Edge functions in the page: the sandbox as a port, the events that traced requests ran them on, which one is open. */
import { create } from 'zustand'
import type { FunctionRun, FunctionRunner } from '#core/edge/runner.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { LogicalId } from '#core/model/document.ts'
import type { Json } from '#core/model/field.ts'
import type { AccountTest, AccountTestRequest } from '#core/plan/account-test.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import { account } from './account.ts'

/** One run within a traced request. */
export interface RecordedRun {
  readonly code: string
  readonly event: Json
}
interface FunctionsState {
  readonly open: LogicalId | undefined
  /** Something led to the code of this one, which is to have the keyboard focus. */
  readonly led: LogicalId | undefined
  /** The newest first. */
  readonly recorded: readonly RecordedRun[]
  /** What the key value stores hold in runs of the page, by store; only for trying functions out. */
  readonly stores: Readonly<Record<string, Readonly<Record<string, string>>>>
}
export const useFunctions = create<FunctionsState>()(() => ({
  open: undefined,
  led: undefined,
  recorded: [],
  stores: {},
}))

export const openFunction = (open: LogicalId | undefined): void => useFunctions.setState({ open })
/** Opens a function to be written: the focus goes to its code. */
export const writeFunction = (open: LogicalId): void => useFunctions.setState({ open, led: open })
export const haveArrived = (): void => useFunctions.setState({ led: undefined })
export const setStore = (name: string, values: Readonly<Record<string, string>>): void =>
  useFunctions.setState(({ stores }) => ({ stores: { ...stores, [name]: values } }))

const kept = 40

/** The same runner, whose runs can be taken up again in the run panel. */
export const recordingRunner = (runner: FunctionRunner): FunctionRunner => ({
  run(run: FunctionRun) {
    const one = { code: run.code, event: run.event }
    useFunctions.setState(({ recorded }) => ({ recorded: [one, ...recorded].slice(0, kept) }))
    return runner.run(run)
  },
  dispose: () => runner.dispose(),
})

/** CloudFront's own test of a function in the account; why it could not be done is one sentence. */
export async function testAtCloudFront(request: AccountTestRequest): Promise<Result<AccountTest, string>> {
  try {
    return ok(await (await account()).testFunction(request))
  } catch (error) {
    if (error instanceof DriverFailure) return failed(error.message)
    throw error
  }
}

let load: () => Promise<FunctionRunner | undefined> = () => Promise.resolve(undefined)

/** Names the sandbox of the run panel; it is loaded at the first run. */
export const setFunctionRunner = (port: () => Promise<FunctionRunner>): void => {
  load = port
}
export const functionRunner = (): Promise<FunctionRunner | undefined> => load()

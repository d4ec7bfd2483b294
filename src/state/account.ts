/** Whose account the page works on: a port to the server that signs, and what it says of itself. */
import { create } from 'zustand'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { Choice, ChoiceKind, ListChoices } from '#core/plan/account-choices.ts'
import type { AccountTest, AccountTestRequest } from '#core/plan/account-test.ts'
import type { AroundAnswer, AroundStep } from '#core/plan/around-step.ts'
import { DriverFailure, type Drivers } from '#core/plan/driver.ts'
import type { Identity } from '#core/plan/identity.ts'
import type { LiveMetrics } from '#core/plan/live-metrics.ts'
import type { Scope } from '#core/plan/scope.ts'
import type { SiteOperations } from '#core/plan/site-operations.ts'

export interface AccountPort {
  readonly drivers: Drivers
  readonly site: SiteOperations
  /** What changes one account, and no other, whatever credentials were chosen meanwhile. */
  readonly changing: (scope: Scope) => {
    readonly drivers: Drivers
    readonly site: SiteOperations
    /** Makes one thing around a site. */
    readonly around: (step: AroundStep) => Promise<AroundAnswer>
  }
  readonly testFunction: (request: AccountTestRequest) => Promise<AccountTest>
  readonly identity: () => Promise<Identity>
  /** What pickers offer. */
  readonly choices: ListChoices
  readonly metrics: (distribution: string, hours: number) => Promise<LiveMetrics>
  readonly chooseProfile: (name: string) => Promise<Identity>
  readonly pasteCredentials: (text: string) => Promise<Identity>
  readonly forgetCredentials: () => Promise<Identity>
}
/** Gives the account; undefined where the page was not served by `frontage serve`. */
export type AccountLoader = () => Promise<AccountPort | undefined>

interface Account {
  readonly identity: Identity | undefined
  readonly busy: boolean
  readonly failure: string | undefined
}
export const useAccount = create<Account>()(() => ({ identity: undefined, busy: false, failure: undefined }))

let load: AccountLoader = () => Promise.resolve(undefined)
export const setAccountPort = (loader: AccountLoader): void => {
  load = loader
}

const noServer =
  'This page was not served by “frontage serve”, so it cannot reach an account. Start it with “npm start”, or export the design.'

/** The account; throws a failure in words where there is none. */
export async function account(): Promise<AccountPort> {
  let found: AccountPort | undefined
  try {
    found = await load()
  } catch {
    throw new DriverFailure('The AWS client could not be loaded; reload the page and try again.')
  }
  if (!found) throw new DriverFailure(noServer)
  return found
}

/** What of the account can stand in a field, or in a sentence why that cannot be told. */
export async function choicesInAccount(kind: ChoiceKind): Promise<Result<readonly Choice[], string>> {
  try {
    return ok(await (await account()).choices(kind))
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    return failed(error.message)
  }
}

async function ask(question: (port: AccountPort) => Promise<Identity>): Promise<boolean> {
  useAccount.setState({ busy: true, failure: undefined })
  try {
    useAccount.setState({ identity: await question(await account()), busy: false })
    return true
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    useAccount.setState({ busy: false, failure: error.message })
    return false
  }
}

/** Asks whose account it is. */
export const learnIdentity = (): Promise<boolean> => ask((port) => port.identity())
export const chooseProfile = (name: string): Promise<boolean> => ask((port) => port.chooseProfile(name))
/** The text goes to the server's memory and is kept nowhere in the page. */
export const pasteCredentials = (text: string): Promise<boolean> => ask((port) => port.pasteCredentials(text))
export const forgetCredentials = (): Promise<boolean> => ask((port) => port.forgetCredentials())

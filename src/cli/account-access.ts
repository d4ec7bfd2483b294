/**
 * With whose credentials the proxy signs: the machine's own chain, one of its profiles, or temporary ones that were
 * pasted into the page. Pasted ones live in this process's memory until it ends or they are taken back; nothing gives
 * them out again.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { defaultProvider } from '@aws-sdk/credential-provider-node'
import { type Caller, callerOf } from '#aws/caller.ts'
import type { CredentialSource, Identity } from '#core/plan/identity.ts'
import { Refused } from './proxy-guard.ts'
import { type Credentials, Sha256 } from './signer.ts'

const noCredentials =
  'No AWS credentials were found on this machine; sign in with the AWS CLI, choose a profile, or paste temporary ones.'

/** The names of the profiles in the machine's AWS configuration; their contents are not looked at. */
export async function profileNames(): Promise<readonly string[]> {
  const files = [
    process.env['AWS_CONFIG_FILE'] ?? join(homedir(), '.aws', 'config'),
    process.env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(homedir(), '.aws', 'credentials'),
  ]
  const names = new Set<string>()
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '')
    for (const [, name = ''] of text.matchAll(/^\s*\[\s*(?:profile\s+)?([^\]]+?)\s*\]/gm))
      if (!/^(sso-session|services)\s/.test(name)) names.add(name.replace(/^["']|["']$/g, ''))
  }
  return [...names].sort()
}

interface Chosen {
  readonly source: CredentialSource
  readonly profile?: string
  readonly provide: () => Promise<Credentials>
}
const byChain = (profile?: string): Chosen =>
  profile === undefined
    ? { source: 'machine', provide: defaultProvider({}) }
    : { source: 'profile', profile, provide: defaultProvider({ profile }) }

/** One line of an AWS credentials file, of `export` lines, or of JSON. */
const fieldIn = (text: string, names: readonly string[]): string | undefined => {
  for (const name of names) {
    const found = new RegExp(`\\b${name}["']?\\s*[=:]\\s*["']?([A-Za-z0-9+/=_-]+)`, 'i').exec(text)?.[1]
    if (found !== undefined) return found
  }
  return undefined
}

/** Credentials out of whatever AWS's tools print; throws where there are none in it. */
export function readCredentials(text: string): Credentials {
  const accessKeyId = fieldIn(text, ['aws_access_key_id', 'AccessKeyId'])
  const secretAccessKey = fieldIn(text, ['aws_secret_access_key', 'SecretAccessKey'])
  const sessionToken = fieldIn(text, ['aws_session_token', 'SessionToken'])
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new Refused(
      400,
      'There is no access key with its secret in this text; paste what “aws configure export-credentials” or the sign-in portal shows.',
    )
  if (sessionToken === undefined && accessKeyId.startsWith('AKIA'))
    throw new Refused(
      400,
      'This is a long-term access key. Paste temporary credentials (with a session token), or put the key into a profile of this machine.',
    )
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) }
}

/** What a page calls itself; a page that says nothing has no choice of its own. */
export type PageId = string
const pageIdForm = /^[A-Za-z0-9-]{8,64}$/
export function pageIdOf(given: string | string[] | undefined): PageId {
  if (given === undefined) return ''
  if (typeof given === 'string' && pageIdForm.test(given)) return given
  throw new Refused(400, 'This is no name of a page; reload it.')
}

const maxPages = 1_000
/** Callers are asked for once for each key; a new key is a new question. */
const maxCallers = 100

/** Credentials belong to the page that chose them: a choice in one tab never signs what another one sends. */
export class AccountAccess {
  private readonly chosen = new Map<PageId, Chosen>()
  private readonly callers = new Map<string, Promise<Caller | undefined>>()
  private readonly usual: Chosen
  private readonly endpoint: URL

  constructor(endpoint: URL, profile?: string) {
    this.usual = byChain(profile)
    this.endpoint = endpoint
  }

  private choiceOf(page: PageId): Chosen {
    return this.chosen.get(page) ?? this.usual
  }

  private keep(page: PageId, choice: Chosen): void {
    if (page === '' || (this.chosen.size >= maxPages && !this.chosen.has(page)))
      throw new Refused(400, 'This page cannot choose credentials; reload it.')
    this.chosen.set(page, choice)
  }

  /** For the signer; throws an answer for the page where there are none. */
  async credentials(page: PageId): Promise<Credentials> {
    try {
      return await this.choiceOf(page).provide()
    } catch {
      throw new Refused(401, noCredentials)
    }
  }

  async choose(page: PageId, profile: string): Promise<void> {
    if (!(await profileNames()).includes(profile))
      throw new Refused(400, `There is no profile “${profile}” in this machine's AWS configuration.`)
    this.keep(page, byChain(profile))
  }

  paste(page: PageId, text: string): void {
    const credentials = readCredentials(text)
    this.keep(page, { source: 'pasted', provide: () => Promise.resolve(credentials) })
  }

  /** Back to the machine's own; pasted credentials are gone. */
  forget(page: PageId): void {
    this.chosen.delete(page)
  }

  /** Whose these very credentials are. What signs is asked about, not what was chosen some time ago. */
  caller(credentials: Credentials, patience: number): Promise<Caller | undefined> {
    const key = digestOf(credentials)
    const known = this.callers.get(key)
    if (known) return known
    const asked = callerOf({
      credentials: () => Promise.resolve(credentials),
      sha256: Sha256,
      endpoint: this.endpoint.href,
      patience,
    })
    if (this.callers.size >= maxCallers) this.callers.clear()
    this.callers.set(key, asked)
    // A question that failed is asked again.
    const forget = () => this.callers.delete(key)
    asked.then((caller) => caller === undefined && forget(), forget)
    return asked
  }

  /** Who the page's credentials belong to; an emulator answers STS at its own endpoint. */
  async identity(page: PageId, patience: number): Promise<Identity> {
    const { source, profile } = this.choiceOf(page)
    const known = {
      endpoint: this.endpoint.origin,
      source,
      profiles: await profileNames(),
      ...(profile !== undefined && { profile }),
    }
    try {
      const caller = await this.caller(await this.credentials(page), patience)
      return caller
        ? { ...known, ...caller }
        : { ...known, message: 'AWS does not accept these credentials; sign in again.' }
    } catch (error) {
      return { ...known, message: error instanceof Refused ? error.message : 'AWS STS does not answer.' }
    }
  }
}

const digestOf = ({ accessKeyId, secretAccessKey, sessionToken = '' }: Credentials): string =>
  createHash('sha256').update([accessKeyId, secretAccessKey, sessionToken].join('\n')).digest('hex')

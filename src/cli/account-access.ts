/**
 * With whose credentials the proxy signs: the machine's own chain, one of its profiles, or temporary ones that were
 * pasted into the page. Pasted ones live in this process's memory until it ends or they are taken back; nothing gives
 * them out again.
 */
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { defaultProvider } from '@aws-sdk/credential-provider-node'
import type { CredentialSource, Identity } from '#core/plan/identity.ts'
import { Refused } from './proxy-guard.ts'
import { type Credentials, signedHeaders } from './signer.ts'

const stsEndpoint = 'https://sts.us-east-1.amazonaws.com/'
const noCredentials =
  'No AWS credentials were found on this machine; sign in with the AWS CLI, choose a profile, or paste temporary ones.'

const textAt = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]

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

export class AccountAccess {
  private chosen: Chosen
  private readonly usual: string | undefined
  private readonly endpoint: URL
  private readonly isCustom: boolean

  constructor(endpoint: URL, profile?: string) {
    this.usual = profile
    this.chosen = byChain(profile)
    this.endpoint = endpoint
    this.isCustom = !endpoint.hostname.endsWith('.amazonaws.com')
  }

  /** For the signer; throws an answer for the page where there are none. */
  readonly credentials = async (): Promise<Credentials> => {
    try {
      return await this.chosen.provide()
    } catch {
      throw new Refused(401, noCredentials)
    }
  }

  async choose(profile: string): Promise<void> {
    if (!(await profileNames()).includes(profile))
      throw new Refused(400, `There is no profile “${profile}” in this machine's AWS configuration.`)
    this.chosen = byChain(profile)
  }

  paste(text: string): void {
    const credentials = readCredentials(text)
    this.chosen = { source: 'pasted', provide: () => Promise.resolve(credentials) }
  }

  /** Back to the machine's own; pasted credentials are gone. */
  forget(): void {
    this.chosen = byChain(this.usual)
  }

  /** Who the credentials belong to; an emulator answers STS at its own endpoint. */
  async identity(timeout: number): Promise<Identity> {
    const { source, profile } = this.chosen
    const known = {
      endpoint: this.endpoint.origin,
      source,
      profiles: await profileNames(),
      ...(profile !== undefined && { profile }),
    }
    try {
      const xml = await this.callerIdentity(timeout)
      const [account, arn] = [textAt(xml, 'Account'), textAt(xml, 'Arn')]
      if (account === undefined || arn === undefined)
        return { ...known, message: 'AWS does not accept these credentials; sign in again.' }
      return { ...known, account, arn }
    } catch (error) {
      return { ...known, message: error instanceof Refused ? error.message : 'AWS STS does not answer.' }
    }
  }

  private async callerIdentity(timeout: number): Promise<string> {
    const url = new URL(this.isCustom ? this.endpoint : stsEndpoint)
    const body = new TextEncoder().encode('Action=GetCallerIdentity&Version=2011-06-15')
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
    const signed = await signedHeaders('sts', this.credentials, { method: 'POST', url, headers, body })
    const answer = await fetch(url, {
      method: 'POST',
      headers: signed,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    })
    return answer.text()
  }
}

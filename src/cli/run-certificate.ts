/** The certificate of `frontage run --https`: a given one, or one of this machine's own authority. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { authorityIn, type Certificate, certificateFor } from '#local/certificates.ts'
import type { LocalCdn } from '#local/local-cdn.ts'
import { stateFolder } from './journal-file.ts'
import { tell } from './status.ts'
import { reasonFor } from './system.ts'

interface CertificateOptions {
  readonly https: boolean
  readonly cert?: string
  readonly key?: string
}

async function given(cert: string, key: string): Promise<Result<Certificate, string>> {
  try {
    return ok({ cert: await readFile(cert, 'utf8'), key: await readFile(key, 'utf8') })
  } catch (error) {
    return failed(`--cert, --key: ${reasonFor(error, 'read') ?? 'The files cannot be read.'}`)
  }
}

function trustIn(file: string): string {
  return [
    `A certificate authority for this machine was made: ${file}`,
    `  curl --cacert ${file} …; Node: NODE_EXTRA_CA_CERTS=${file}`,
    '  macOS: security add-trusted-cert -k ~/Library/Keychains/login.keychain-db FILE',
    '  Debian: copy it to /usr/local/share/ca-certificates/frontage.crt, then update-ca-certificates',
    '  Firefox and Chromium on Linux: import it under “Authorities” in the settings.',
  ].join('\n')
}

/** Every name by which a client may come. */
const namesOf = (cdn: LocalCdn, address: string): string[] => [
  ...new Set([
    'localhost',
    '127.0.0.1',
    '::1',
    ...(['0.0.0.0', '::'].includes(address) ? [] : [address]),
    ...cdn.sites.flatMap(({ localName, distribution: { domainName, aliases, tenants } }) => [
      localName,
      domainName,
      ...aliases,
      ...(tenants ?? []).flatMap(({ domains }) => domains),
    ]),
    ...cdn.hosts.keys(),
  ]),
]

/** Undefined where nobody asked for HTTPS. */
export async function certificateOf(
  cdn: LocalCdn,
  address: string,
  { https, cert, key }: CertificateOptions,
): Promise<Result<Certificate | undefined, string>> {
  if (cert !== undefined && key !== undefined) return given(cert, key)
  if (cert !== undefined || key !== undefined) return failed('--cert and --key belong together.')
  if (!https) return ok(undefined)
  const authority = await authorityIn(join(stateFolder(), 'frontage', 'authority'), Date.now())
  if (authority.isNew) tell(trustIn(authority.file))
  return ok(await certificateFor(authority, namesOf(cdn, address), Date.now()))
}

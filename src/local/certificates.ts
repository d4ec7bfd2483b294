/**
 * A certificate authority of this machine's own, made when it is first needed. Its key never leaves the folder, which only
 * its owner can read; what it signs lives as long as the process.
 */
import { X509Certificate } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generate } from 'selfsigned'

export interface Certificate {
  readonly cert: string
  readonly key: string
}

const day = 24 * 60 * 60 * 1000
const authorityDays = 3650
/** Browsers refuse certificates of more than 825 days, of local authorities too. */
const certificateDays = 90

const lifetime = (now: number, days: number) => ({
  // Clocks differ a little.
  notBeforeDate: new Date(now - day),
  notAfterDate: new Date(now + days * day),
})

const kind = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const

async function makeAuthority(now: number): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Frontage on this machine' }], {
    ...kind,
    ...lifetime(now, authorityDays),
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  return { cert: made.cert, key: made.private }
}

const isExpired = (cert: string, now: number): boolean => Date.parse(new X509Certificate(cert).validTo) < now

export interface Authority extends Certificate {
  /** The file that a browser or a client is to trust. */
  readonly file: string
  readonly isNew: boolean
}

/** The authority that lies in a folder, or a new one. */
export async function authorityIn(folder: string, now: number): Promise<Authority> {
  const file = join(folder, 'ca.pem')
  const keyFile = join(folder, 'ca-key.pem')
  const [cert, key] = await Promise.all(
    [file, keyFile].map((path) => readFile(path, 'utf8').catch(() => undefined)),
  )
  if (cert !== undefined && key !== undefined && !isExpired(cert, now))
    return { cert, key, file, isNew: false }
  const made = await makeAuthority(now)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(keyFile, made.key, { mode: 0o600 })
  await writeFile(file, made.cert)
  return { ...made, file, isNew: true }
}

const isAddress = (name: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}$|:/.test(name)

/** A certificate for these names and addresses. */
export async function certificateFor(
  authority: Certificate,
  names: readonly string[],
  now: number,
): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: names[0] ?? 'localhost' }], {
    ...kind,
    ...lifetime(now, certificateDays),
    ca: { cert: authority.cert, key: authority.key },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (isAddress(name) ? { type: 7, ip: name } : { type: 2, value: name })),
      },
    ],
  })
  return { cert: `${made.cert}\n${authority.cert}`, key: made.private }
}

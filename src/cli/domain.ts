/** `frontage domain`: who has a name, and its move to another distribution or tenant. */
import { domainOperations, type Holder } from '#aws/domains.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import { type AccountOptions, clientOf } from './reach.ts'
import { exitStatus, print, tell } from './status.ts'

export interface DomainOptions extends AccountOptions {
  /** The id of the distribution or tenant that is to have it. */
  readonly to: string
  readonly yes: boolean
  readonly format: 'text' | 'json'
}

const holderLine = ({ domain, type, id, account }: Holder) =>
  `“${domain}” belongs to the ${type} ${id} of the account ${account}.`

type Operations = ReturnType<typeof domainOperations>

/** What a tenant still waits for: its records and the tokens of its certificate. */
async function tenantLines(operations: Operations, tenant: string): Promise<readonly string[]> {
  const dns = await operations.dns(tenant)
  const certificate = await operations.managedCertificate(tenant)
  return [
    ...dns.map(
      ({ domain, status, reason }) =>
        `The records of “${domain}”: ${status}${reason === undefined ? '' : ` (${reason})`}.`,
    ),
    ...(certificate ? [`Its managed certificate: ${certificate.status}.`] : []),
    ...(certificate?.tokens ?? []).map(
      ({ domain, from = '', to = '' }) => `To prove “${domain}”, redirect ${from} to ${to}.`,
    ),
  ]
}

async function moved(
  name: string,
  { to, yes, format }: DomainOptions,
  operations: Operations,
): Promise<number> {
  const holders = await operations.holders(name, to)
  const others = holders.filter(({ id }) => id !== to)
  if (!yes) {
    const lines = others.length > 0 ? others.map(holderLine) : [`Nobody else has “${name}”.`]
    await print(
      format === 'json' ? JSON.stringify({ domain: name, to, holders: others }, null, 2) : lines.join('\n'),
    )
    tell(
      `This would give “${name}” to ${to}, and whoever has it answers for it no longer; add --yes to do it.`,
    )
    return exitStatus.wrong
  }
  await operations.move(name, to)
  const lines = to.startsWith('dt_') ? await tenantLines(operations, to) : []
  await print(
    format === 'json'
      ? JSON.stringify({ domain: name, to, moved: true, from: others, waitsFor: lines }, null, 2)
      : [`“${name}” is ${to}'s. Lead its records there.`, ...lines].join('\n'),
  )
  return exitStatus.ok
}

export async function domain(name: string, options: DomainOptions): Promise<number> {
  const client = clientOf(options)
  if (!client.ok) {
    tell(client.error)
    return exitStatus.unreadable
  }
  try {
    return await moved(name, options, domainOperations(client.value))
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    tell(error.message)
    return exitStatus.unreadable
  }
}

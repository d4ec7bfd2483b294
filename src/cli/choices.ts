/** What of the account a design can name, for the command and for the page's pickers. */
import { choicesOf } from '#aws/account-choices.ts'
import { isAmazons } from '#aws/caller.ts'
import { type ServiceAccess, services } from '#aws/services.ts'
import type { ChoiceKind, ListChoices } from '#core/plan/account-choices.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import { type AccountOptions, clientOf } from './reach.ts'
import { exitStatus, print, tell } from './status.ts'

/** Services of Amazon are found by themselves; an emulator has all at its endpoint. */
export const servicesWith = (credentials: ServiceAccess['credentials'], endpoint: string | undefined) =>
  services({ credentials, endpoint: endpoint === undefined || isAmazons(endpoint) ? undefined : endpoint })

export const choicesWith = (credentials: ServiceAccess['credentials'], endpoint: string): ListChoices =>
  choicesOf(servicesWith(credentials, endpoint))

/** `frontage list KIND`: certificates, web ACLs, buckets, hosted zones or versions of Lambda functions. */
export async function listChoices(
  kind: ChoiceKind,
  options: AccountOptions & { readonly search?: string; readonly format: 'text' | 'json' },
): Promise<number> {
  const client = clientOf(options)
  if (!client.ok) {
    tell(client.error)
    return exitStatus.unreadable
  }
  try {
    const text = options.search?.toLowerCase() ?? ''
    const found = (
      await choicesOf(servicesWith(client.value.config.credentials, options.endpointUrl))(kind)
    ).filter(({ value, name, detail }) =>
      [value, name, detail].some((part) => part.toLowerCase().includes(text)),
    )
    await print(
      options.format === 'json'
        ? JSON.stringify({ [kind]: found }, null, 2)
        : found.map(({ value, name, detail }) => [value, name, detail].join('  ')).join('\n'),
    )
    return exitStatus.ok
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    tell(error.message)
    return exitStatus.unreadable
  }
}

/** The account as the page reaches it: through the server that served it, which alone holds what signs. */
import type { Choice, ListChoices } from '#core/plan/account-choices.ts'
import type { AccountTest, AccountTestRequest } from '#core/plan/account-test.ts'
import type { AroundAnswer, AroundStep } from '#core/plan/around-step.ts'
import { DriverFailure, type Drivers } from '#core/plan/driver.ts'
import type { Identity } from '#core/plan/identity.ts'
import type { LiveMetrics } from '#core/plan/live-metrics.ts'
import { type Scope, unknownAccount } from '#core/plan/scope.ts'
import type { SiteOperations } from '#core/plan/site-operations.ts'
import { pageClient, serverGone } from './client.ts'
import { driversFor } from './drivers/index.ts'
import { siteOperations } from './site-operations.ts'
import { testInAccount } from './test-function.ts'

export interface Changing {
  readonly drivers: Drivers
  readonly site: SiteOperations
  /** Makes one thing around a site, with the server's clients. */
  readonly around: (step: AroundStep) => Promise<AroundAnswer>
}

export interface PageAccount {
  /** For reading only: a change needs to say for which account it was decided. */
  readonly drivers: Drivers
  readonly site: SiteOperations
  /** What changes one account, and no other, whatever credentials were chosen meanwhile. */
  readonly changing: (scope: Scope) => Changing
  readonly testFunction: (request: AccountTestRequest) => Promise<AccountTest>
  readonly identity: () => Promise<Identity>
  /** What pickers offer. */
  readonly choices: ListChoices
  /** CloudWatch's figures of a distribution in the last hours. */
  readonly metrics: (distribution: string, hours: number) => Promise<LiveMetrics>
  readonly chooseProfile: (name: string) => Promise<Identity>
  /** Temporary credentials in any form that AWS's tools print; the server keeps them in its memory. */
  readonly pasteCredentials: (text: string) => Promise<Identity>
  readonly forgetCredentials: () => Promise<Identity>
}

const messageIn = (xml: string) => /<Message>([^<]*)<\/Message>/.exec(xml)?.[1]

/** `token` is the one that the server put into the page, `page` what the page calls itself. */
export function pageAccount(origin: string, token: string, page: string): PageAccount {
  const client = pageClient(origin, { token, page })
  async function ask<Answer = Identity>(
    method: string,
    path: string,
    body?: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    let answer: Response
    try {
      answer = await fetch(`${origin}${path}`, {
        method,
        headers: { 'x-frontage-token': token, 'x-frontage-page': page, ...more },
        ...(body !== undefined && { body }),
      })
    } catch {
      throw new DriverFailure(serverGone)
    }
    const text = await answer.text()
    if (!answer.ok)
      throw new DriverFailure(
        messageIn(text) ??
          `The server that served this page has failed at it (${answer.status}); look at what it says, start it again and reload the page.`,
      )
    // The server of the same build made it.
    return JSON.parse(text) as Answer
  }
  return {
    drivers: driversFor(client),
    site: siteOperations(client),
    changing: ({ account }) => {
      const decidedFor = account ?? unknownAccount
      const changer = pageClient(origin, { token, page, account: decidedFor })
      return {
        drivers: driversFor(changer),
        site: siteOperations(changer),
        around: (step) =>
          ask<AroundAnswer>('POST', '/account/around', JSON.stringify(step), {
            'x-frontage-account': decidedFor,
          }),
      }
    },
    testFunction: (request) => testInAccount(client, request),
    identity: () => ask('GET', '/account'),
    choices: (kind) => ask<readonly Choice[]>('GET', `/account/choices/${kind}`),
    metrics: (id, hours) => ask<LiveMetrics>('GET', `/account/metrics/${encodeURIComponent(id)}/${hours}`),
    chooseProfile: (name) => ask('PUT', '/account/profile', name),
    pasteCredentials: (text) => ask('PUT', '/account/credentials', text),
    forgetCredentials: () => ask('DELETE', '/account/credentials'),
  }
}

/** What `frontage verify` prints. */
import { firstOf, recordOf } from '#core/verify/answer.ts'
import type { Verified } from '#core/verify/verify.ts'

/** Section 6 of the contract, and beside it what a request is to show. */
export function verifyJson(verified: readonly Verified[]) {
  const different = verified.filter(({ differences }) => differences.length > 0).length
  return {
    requests: verified.map(({ request, shows, expected, actual, differences }) => ({
      request,
      shows,
      expected: {
        status: expected.status,
        headers: expected.headers,
        behavior: expected.behavior,
        xCache: expected.xCache,
        servedBy: expected.servedBy,
      },
      actual: { status: actual.status, headers: recordOf(actual), xCache: firstOf(actual, 'x-cache') },
      differences,
    })),
    summary: { sent: verified.length, same: verified.length - different, different },
  }
}

const shown = (value: string | number | null) => (value === null ? 'nothing' : `“${value}”`)

export function verifyText(verified: readonly Verified[]): string {
  const different = verified.filter(({ differences }) => differences.length > 0)
  const lines = different.flatMap(({ request, shows, differences }) => [
    `${request.method ?? 'GET'} ${request.url} (${shows})`,
    ...differences.flatMap(({ field, expected, actual, because }) => [
      `  ${field}: ${shown(expected)} by the design, ${shown(actual)} at the endpoint`,
      `    ${because}`,
    ]),
    '',
  ])
  return [
    ...lines,
    `${verified.length} requests: ${verified.length - different.length} answered as the design says, ${different.length} otherwise.`,
  ].join('\n')
}

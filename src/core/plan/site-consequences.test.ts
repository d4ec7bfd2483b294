import { expect, test } from 'vitest'
import { minimumProtocolVersion } from '#core/model/shapes/enums.ts'
import { siteConsequences } from './site-consequences.ts'

const withPolicy = (MinimumProtocolVersion: string) => ({ ViewerCertificate: { MinimumProtocolVersion } })
const said = (before: string, after: string) =>
  siteConsequences(withPolicy(before), withPolicy(after))
    .map(({ kind, text }) => `${kind}: ${text}`)
    .join('\n')

const pairs = minimumProtocolVersion.values.flatMap((one, at) =>
  minimumProtocolVersion.values.map((other, to) => [one, other, Math.sign(to - at)] as const),
)

test.each(pairs)('%s to %s refuses viewers only where it asks for more', (before, after, sense) => {
  const text = said(before, after)
  expect(text.includes('can no longer connect')).toBe(sense > 0)
  expect(text.includes('lets viewers connect')).toBe(sense < 0)
})

test('no security policy is TLSv1, as with the default certificate', () => {
  expect(said('', 'TLSv1')).toBe(said('TLSv1', 'TLSv1'))
  expect(said('', 'TLSv1.2_2021')).toContain('viewers-refused')
})

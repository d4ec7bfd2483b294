import { expect, test } from 'vitest'
import type { Origin } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { bucketOrigin, customOrigin, distribution, oac } from '#fixtures/build.ts'

/** The errors about an origin, and the origin as the first fix leaves it. */
function mended(origin: Origin) {
  const document = distribution({ Origins: [origin] }, { Oac: oac })
  const found = findProblems(rules, { document }).filter(({ severity }) => severity === 'error')
  const fix = found.find((one) => one.fix)?.fix
  const after = fix && applyEdit(document, fix).resources['Site']
  return {
    ids: found.map(({ rule }) => rule.id),
    origin:
      after?.type === 'Distribution' && Array.isArray(after.config.Origins)
        ? after.config.Origins[0]
        : undefined,
  }
}

test('the path and the port of a URL go into the fields that they have', () => {
  const { origin } = mended(customOrigin('a', { DomainName: 'https://a.example.org:8443/prod/?x=1' }))
  expect(origin).toMatchObject({
    DomainName: 'a.example.org',
    OriginPath: '/prod',
    CustomOriginConfig: { HTTPSPort: 8443, HTTPPort: 80 },
  })
})

test('an origin path that is there stays', () => {
  const { origin } = mended(customOrigin('a', { DomainName: 'a.example.org/prod', OriginPath: '/v1' }))
  expect(origin).toMatchObject({ DomainName: 'a.example.org', OriginPath: '/v1' })
})

test('the URL of a bucket is one fault: it is still a bucket', () => {
  const url = 'https://files.s3.eu-west-1.amazonaws.com/app/'
  const { ids, origin } = mended(bucketOrigin('a', { DomainName: url }))
  expect(ids).toEqual(['origin/domain-has-scheme'])
  expect(origin).toMatchObject({ DomainName: 'files.s3.eu-west-1.amazonaws.com', OriginPath: '/app' })
})

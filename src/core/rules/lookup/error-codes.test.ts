import * as sdk from '@aws-sdk/client-cloudfront'
import { expect, test } from 'vitest'
import { rules } from '#core/rules/index.ts'
import { errorCodeTable, undecidedErrorCodes } from './error-codes.ts'

const codes = Object.entries(sdk)
  .filter(
    ([, value]) => typeof value === 'function' && value.prototype instanceof sdk.CloudFrontServiceException,
  )
  .map(([name]) => name)
const decided = new Set(rules.map(({ code }) => code))

test('every error of the API is decided by a rule, or it is said why not', () => {
  expect(codes.length).toBeGreaterThan(100)
  expect(codes.filter((code) => !decided.has(code) && !Object.hasOwn(undecidedErrorCodes, code))).toEqual([])
})

test('nothing is excused that a rule decides or that the API does not name', () => {
  expect(
    Object.keys(undecidedErrorCodes).filter((code) => decided.has(code) || !codes.includes(code)),
  ).toEqual([])
})

test('every code that a rule names is one of the API', () => {
  // MalformedXML is the answer to a body that does not fit the schema at all; the SDK has no class for it.
  expect([...decided].filter((code) => code !== null && !codes.includes(code))).toEqual(['MalformedXML'])
})

test('the table links each error to its rules', () => {
  expect(errorCodeTable(['InvalidTTLOrder', 'PreconditionFailed'], rules)).toContain(
    '(rules/behavior.md#legacy-ttl-order)',
  )
})

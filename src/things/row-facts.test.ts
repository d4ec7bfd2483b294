import { expect, test } from 'vitest'
import { behavior, managed } from '#fixtures/build.ts'
import { rowFacts } from './row-facts.ts'

test('a row says its policies by name, the design’s own as a reference', () => {
  const { policies } = rowFacts({
    ...behavior('/a', 'web'),
    CachePolicyId: managed.cachingOptimized,
    ResponseHeadersPolicyId: { ref: 'Security' },
  })
  expect(policies).toMatchObject([
    { field: 'CachePolicyId', name: 'CachingOptimized' },
    { field: 'ResponseHeadersPolicyId', name: 'Security', ref: 'Security' },
  ])
})

test('functions stand at their places, named by reference or by the ARN', () => {
  const { functions } = rowFacts({
    ...behavior('/a', 'web'),
    FunctionAssociations: [
      { EventType: 'viewer-request', FunctionARN: { ref: 'Rewrite', attribute: 'FunctionARN' } },
    ],
    LambdaFunctionAssociations: [
      {
        EventType: 'origin-response',
        LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:resize:3',
      },
      { EventType: 'origin-request', LambdaFunctionARN: '' },
    ],
  })
  expect(functions.map(({ event, name }) => `${event} ${name}`)).toEqual([
    'viewer-request Rewrite',
    'origin-response resize',
    'origin-request not chosen',
  ])
})

test('an unfinished behavior has a row', () => {
  expect(rowFacts({})).toMatchObject({ policies: [], functions: [], isSigned: false, methods: 'GET HEAD' })
})

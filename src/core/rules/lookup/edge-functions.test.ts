import { expect, test } from 'vitest'
import { defaultBehavior, distribution } from '#fixtures/build.ts'
import { edgeLambda, foreign, onEvent } from '#fixtures/build-resources.ts'
import { edgeFunctionsIn, trustedServices } from './edge-functions.ts'

const policy = (Principal: unknown, Effect = 'Allow') => ({ Statement: [{ Effect, Principal }] })

test.each([
  ['one service', policy({ Service: 'lambda.amazonaws.com' }), ['lambda.amazonaws.com']],
  ['a list', policy({ Service: ['a', 'b'] }), ['a', 'b']],
  ['a statement that is no list', { Statement: { Effect: 'Allow', Principal: { Service: 'a' } } }, ['a']],
  ['a policy that is text', JSON.stringify(policy({ Service: 'a' })), ['a']],
  ['a denial', policy({ Service: 'a' }, 'Deny'), []],
  ['other principals', policy({ AWS: 'arn:aws:iam::111122223333:root' }), []],
  ['everybody', policy('*'), undefined],
  [
    'a service that the deployment decides',
    policy({ Service: [{ unknown: 'x', expression: 'x' }] }),
    undefined,
  ],
  [
    'a policy that the deployment decides',
    { unknown: '!Ref Policy', expression: { Ref: 'Policy' } },
    undefined,
  ],
  [
    'an effect that the deployment decides',
    { Statement: [{ Effect: { unknown: 'x', expression: 'x' }, Principal: { Service: 'a' } }] },
    undefined,
  ],
  ['text that is no policy', 'lambda', undefined],
])('%s is read as who may assume a role', (_, given, services) => {
  expect(trustedServices(given)).toEqual(services)
})

const site = (LambdaFunctionARN: object, resources = edgeLambda()) =>
  distribution(
    {
      DefaultCacheBehavior: defaultBehavior('web', {
        // An association's ARN is a text, a reference or an unknown.
        LambdaFunctionAssociations: [{ EventType: 'origin-request', LambdaFunctionARN } as never],
      }),
    },
    resources,
  )

test.each([
  ['a version', { ref: 'EdgeVersion' }],
  ['the function itself', { ref: 'Edge', attribute: 'Arn' }],
  [
    'an expression that names it',
    { unknown: '!Sub [the ARN and a number]', expression: 'x', refs: ['Edge'] },
  ],
])('a function is found by %s', (_, arn) => {
  expect(edgeFunctionsIn(site(arn)).map(({ id }) => id)).toEqual(['Edge'])
})

test('what the design does not have is no function of it', () => {
  expect(edgeFunctionsIn(site({ unknown: '!ImportValue f', expression: 'x' }))).toEqual([])
})

test('a function on two behaviors is one with two uses', () => {
  const document = distribution(
    {
      DefaultCacheBehavior: onEvent('viewer-request'),
      CacheBehaviors: [{ key: 'b', PathPattern: '/b/*', ...onEvent('origin-response') }],
    },
    { ...edgeLambda(), Other: foreign('AWS::Lambda::Function', {}) },
  )
  const [edge, ...others] = edgeFunctionsIn(document)
  expect(others).toEqual([])
  expect(edge?.uses.map(({ event }) => event).toSorted()).toEqual(['origin-response', 'viewer-request'])
})

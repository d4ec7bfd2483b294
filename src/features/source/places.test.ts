import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { placeAtLine, placeOf, placesIn } from './places.ts'

const text = `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: web
            DomainName: web.example.com
            CustomOriginConfig: { OriginProtocolPolicy: https-only }
          - Id: api
            DomainName: api.example.com
            CustomOriginConfig: { OriginProtocolPolicy: https-only }
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: redirect-to-https
`
function places() {
  const read = readSource(text)
  if (!read.ok) throw new Error('The template reads.')
  return placesIn(text, read.value)
}
const origin = ['resources', 'Site', 'config', 'Origins', 1]

test('each thing has its lines', () => {
  expect(placeOf(places(), origin)).toMatchObject({ first: 11, last: 13 })
  expect(placeOf(places(), ['resources', 'Site', 'config', 'DefaultCacheBehavior'])).toMatchObject({
    first: 14,
    last: 16,
  })
  expect(placeOf(places(), ['resources', 'Site', 'config'])).toMatchObject({ first: 2 })
})

test('a field is shown with the thing it belongs to', () => {
  expect(placeOf(places(), [...origin, 'DomainName'])?.path).toEqual(origin)
})

test('a line belongs to the smallest thing around it', () => {
  expect(placeAtLine(places(), 12)?.path).toEqual(origin)
  expect(placeAtLine(places(), 6)?.path).toEqual(['resources', 'Site'])
  expect(placeAtLine(places(), 1)).toBeUndefined()
})

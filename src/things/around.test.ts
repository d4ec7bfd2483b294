import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { neighborsAround } from '#core/neighbors/around.ts'
import { behindBalancer, guarded, listener, readingFiles, withCertificate } from '#fixtures/build-around.ts'
import { foreign } from '#fixtures/build-resources.ts'
import { cardSize, drawAround, linksOf, mattersOf } from './around.ts'
import { project } from './project.ts'

const web = behindBalancer({
  ...guarded({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourcePrefixListId: 'pl-3b927c52' }),
  Listener: listener(443, 'HTTPS'),
  Targets: foreign('AWS::ElasticLoadBalancingV2::TargetGroup', { Port: 8080, Protocol: 'HTTP' }),
  Apart: foreign('AWS::S3::Bucket', {}),
  Record: foreign('AWS::Route53::RecordSet', {
    Name: 'www.example.com',
    Type: 'A',
    AliasTarget: { DNSName: { ref: 'Site', attribute: 'DomainName' }, HostedZoneId: 'Z2FDTNDATAQYW2' },
  }),
})

test('what is linked to a distribution stands around it, the nearest first, and nothing else', () => {
  expect(neighborsAround(web).map(({ id, depth }) => [id, depth])).toEqual([
    ['Balancer', 0],
    ['Record', 0],
    ['Guard', 1],
    ['Targets', 1],
  ])
})

test('a neighbor says what matters, with what its parts say', () => {
  const [balancer, record] = neighborsAround(web)
  expect(balancer && mattersOf(web, balancer)).toEqual([
    { label: 'Kind', words: 'application' },
    { label: 'Scheme', words: 'internet-facing' },
    { label: 'Security groups', words: 'Guard.GroupId' },
    { label: 'Listeners', words: 'HTTPS 443' },
  ])
  expect(record && linksOf(web, record).map(({ title }) => title)).toEqual(['Site'])
  const guard = neighborsAround(web).find(({ id }) => id === 'Guard')
  expect(guard && mattersOf(web, guard)).toEqual([{ label: 'Lets in', words: 'pl-3b927c52 443 443' }])
  expect(guard && linksOf(web, guard).map(({ title }) => title)).toEqual(['Balancer'])
})

test('cards stand right of the drawing without touching each other, led to by what they are linked to', () => {
  const projection = project(web)
  const right = Math.max(...projection.nodes.map(({ position, size }) => position.x + size.width))
  const { cards, links } = drawAround(web, projection)
  expect(cards.map(({ id }) => id).toSorted()).toEqual(['Balancer', 'Guard', 'Record', 'Targets'])
  for (const { x } of cards) expect(x).toBeGreaterThan(right)
  for (const one of cards)
    for (const other of cards)
      if (one.x === other.x && one.id !== other.id)
        expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(cardSize.height)
  expect(links).toHaveLength(4)
})

test('a bucket has its policy, a certificate its names', () => {
  const files = readingFiles()
  const [bucket] = neighborsAround(files)
  expect(bucket && mattersOf(files, bucket)).toContainEqual({ label: 'Bucket policy', words: 'Policy' })
  const named = withCertificate({ SubjectAlternativeNames: ['img.example.com'] })
  const [certificate] = neighborsAround(named)
  expect(certificate && mattersOf(named, certificate)).toContainEqual({
    label: 'Names',
    words: 'www.example.com img.example.com',
  })
})

test('a design that has nothing around it draws nothing', () => {
  const read = readSource(
    '{"Origins": {"Quantity": 1, "Items": [{"Id": "a", "DomainName": "a.example.com"}]}, "DefaultCacheBehavior": {"TargetOriginId": "a"}}',
  )
  expect(read.ok && drawAround(read.value.document, project(read.value.document))).toEqual({
    cards: [],
    links: [],
  })
})

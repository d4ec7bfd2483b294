/**
 * Keys and values of a key value store, by the API that they have of their own and that signs for several regions.
 * https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Operations_Amazon_CloudFront_KeyValueStore.html
 */
import '@aws-sdk/signature-v4a'
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import {
  CloudFrontKeyValueStore,
  type CloudFrontKeyValueStoreClientConfig,
} from '@aws-sdk/client-cloudfront-keyvaluestore'
import type { KeyChanges, Pairs } from '#core/plan/stored-keys.ts'
import { attempt } from './errors.ts'

export interface StoredKeys {
  readonly pairs: Pairs
  /** Of the state that was read; an update of another is refused. */
  readonly etag: string
}

export interface StoredKeysAccess {
  readonly credentials: NonNullable<CloudFrontKeyValueStoreClientConfig['credentials']>
  /** An emulator has every service at one endpoint. */
  readonly endpoint?: string | undefined
}

/** The SDK puts the account before the host, which an address does not allow; `keepHost` takes both back. */
function withName(endpoint: string): string {
  const url = new URL(endpoint)
  url.hostname = 'localhost'
  return url.href
}

/** Amazon has a host for each account; an emulator has one, and names below it may lead nowhere. */
function keepHost(client: CloudFrontKeyValueStore, hostname: string): void {
  client.middlewareStack.add(
    (next) => (args) => {
      // The step runs on HTTP requests only.
      const request = args.request as { hostname: string }
      request.hostname = hostname
      return next(args)
    },
    { step: 'build', name: 'frontageHost' },
  )
}

async function eachPair(client: CloudFrontKeyValueStore, KvsARN: string): Promise<Pairs> {
  const pairs = new Map<string, string>()
  let NextToken: string | undefined
  do {
    const page = await client.listKeys({
      KvsARN,
      MaxResults: 50,
      ...(NextToken !== undefined && { NextToken }),
    })
    for (const { Key = '', Value = '' } of page.Items ?? []) pairs.set(Key, Value)
    NextToken = page.NextToken
  } while (NextToken !== undefined && NextToken !== '')
  return pairs
}

export function storedKeys(aws: CloudFront, { credentials, endpoint }: StoredKeysAccess) {
  const client = new CloudFrontKeyValueStore({
    region: 'us-east-1',
    credentials,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
    ...(endpoint !== undefined && { endpoint: withName(endpoint) }),
  })
  if (endpoint !== undefined) keepHost(client, new URL(endpoint).hostname)
  return {
    async arnOf(Name: string): Promise<string> {
      const { KeyValueStore: store } = await attempt(`Reading the key value store “${Name}”`, () =>
        aws.describeKeyValueStore({ Name }),
      )
      return store?.ARN ?? ''
    },
    async read(KvsARN: string): Promise<StoredKeys> {
      return attempt('Reading the keys', async () => {
        // The tag first: what changes while the keys are read makes the update a refusal, not a loss.
        const { ETag = '' } = await client.describeKeyValueStore({ KvsARN })
        return { pairs: await eachPair(client, KvsARN), etag: ETag }
      })
    },
    /** One update; gives the tag of the next state. */
    async update(KvsARN: string, IfMatch: string, { puts, deletes }: KeyChanges): Promise<string> {
      const { ETag = '' } = await attempt('Changing the keys', () =>
        client.updateKeys({
          KvsARN,
          IfMatch,
          Puts: puts.map(({ key, value }) => ({ Key: key, Value: value })),
          Deletes: deletes.map((Key) => ({ Key })),
        }),
      )
      return ETag
    },
  }
}

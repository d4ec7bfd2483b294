import { type CloudFront, FunctionStage } from '@aws-sdk/client-cloudfront'
import { attempt, deletion, unlessAbsent } from '#aws/errors.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import { changesBetween } from '#core/plan/diff.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import type { Live } from '#core/plan/resolve.ts'
import { afterwards, as, candidatesNamed, type Input, listedPage } from './named.ts'
import { refuseBeyond } from './narrow.ts'
import { type TaggableDriver, tagsInput } from './tagged.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

interface StageView {
  readonly etag: string | undefined
  readonly arn: string | undefined
  readonly code: string
  readonly config: JsonObject
}

const lacksEtag = (name: string) => new DriverFailure(`The answer for the function “${name}” lacks its ETag.`)

/** What both kinds of handlers find their fields in; a function that needs more than this is published untested. */
const testEvent = {
  version: '1.0',
  context: { eventType: 'viewer-request', distributionDomainName: 'd111111abcdef8.cloudfront.net' },
  viewer: { ip: '198.51.100.1' },
  request: {
    method: 'GET',
    uri: '/',
    querystring: {},
    headers: { host: { value: 'www.example.com' } },
    cookies: {},
  },
  response: { statusCode: 200, statusDescription: 'OK', headers: {}, cookies: {} },
}
/** What says that the code itself is broken, whatever the event. */
const brokenCode = /SyntaxError|compil|handler.*(not defined|not a function|missing)/i

const inputOf = (config: JsonObject) => {
  refuseBeyond('Function', config)
  return {
    Name: text(config['Name']),
    FunctionCode: new TextEncoder().encode(text(config['FunctionCode'])),
    FunctionConfig: as<Input<'createFunction'>['FunctionConfig']>(objectOf(config['FunctionConfig'])),
  }
}

/** A CloudFront function: known by its name, tested and published after each change, as `AutoPublish` asks. */
export function functionDriver(aws: CloudFront): TaggableDriver {
  async function stageOf(Name: string, Stage: FunctionStage): Promise<StageView | undefined> {
    const doing = `Reading the function “${Name}”`
    const described = await unlessAbsent(doing, () => aws.describeFunction({ Name, Stage }))
    if (!described) return undefined
    const reply = await unlessAbsent(doing, () => aws.getFunction({ Name, Stage }))
    const { FunctionSummary: summary, ETag: etag } = described
    return {
      etag,
      arn: summary?.FunctionMetadata?.FunctionARN,
      code: reply ? new TextDecoder().decode(reply.FunctionCode) : '',
      // What the SDK parsed is JSON.
      config: (summary?.FunctionConfig ?? {}) as unknown as JsonObject,
    }
  }

  async function read(Name: string): Promise<Live | undefined> {
    const development = await stageOf(Name, FunctionStage.DEVELOPMENT)
    if (!development) return undefined
    const published = await stageOf(Name, FunctionStage.LIVE)
    const { etag, arn, code, config } = development
    if (etag === undefined) throw lacksEtag(Name)
    // False after a run that was cut off before publishing, be it of code or of the configuration.
    const isPublished = published?.code === code && changesBetween(published.config, config).length === 0
    return {
      physicalId: Name,
      etag,
      config: { Name, FunctionCode: code, FunctionConfig: config, AutoPublish: isPublished },
      ...(arn !== undefined && { arn }),
    }
  }

  /** Keeps code that cannot run from being published; an API that has no such test is no obstacle. */
  async function test(Name: string, IfMatch: string): Promise<void> {
    const EventObject = new TextEncoder().encode(JSON.stringify(testEvent))
    let message: string | undefined
    try {
      const { TestResult } = await aws.testFunction({ Name, IfMatch, Stage: 'DEVELOPMENT', EventObject })
      message = TestResult?.FunctionErrorMessage
    } catch {
      // Not allowed, or an endpoint without this operation: CloudFront compiles the code again when it publishes.
      return
    }
    if (message !== undefined && brokenCode.test(message))
      throw new DriverFailure(
        `“${Name}” was not published: its test ends with “${message}”. The published version goes on; mend the code and apply again.`,
      )
  }

  async function publish(Name: string, IfMatch: string, config: JsonObject): Promise<Live> {
    if (config['AutoPublish'] !== false) {
      await test(Name, IfMatch)
      await attempt(`Publishing “${Name}”`, () => aws.publishFunction({ Name, IfMatch }))
    }
    const live = await read(Name)
    if (!live) throw new DriverFailure(`The function “${Name}” was made and is gone again; plan anew.`)
    return live
  }

  return {
    type: 'Function',
    read,
    candidates: (_, config) => candidatesNamed({ read }, config),
    async create(id, config, tags) {
      const input = inputOf(config)
      const { ETag } = await attempt(`Creating “${id}”`, () =>
        aws.createFunction({ ...input, ...tagsInput(tags) }),
      )
      return afterwards(async () => {
        if (ETag === undefined) throw lacksEtag(input.Name)
        return publish(input.Name, ETag, config)
      })
    },
    async update({ etag }, config) {
      const input = inputOf(config)
      const { ETag } = await attempt(`Changing the function “${input.Name}”`, () =>
        aws.updateFunction({ ...input, IfMatch: etag }),
      )
      // The service's model reads this answer's header as “ETtag”; a server that sends “ETag” is asked once more.
      const etagNow = ETag ?? (await read(input.Name))?.etag
      if (etagNow === undefined) throw lacksEtag(input.Name)
      return publish(input.Name, etagNow, config)
    },
    delete: ({ physicalId: Name, etag: IfMatch }) =>
      deletion(`the function “${Name}”`, () => aws.deleteFunction({ Name, IfMatch })),
    async list(Marker) {
      const { FunctionList: page } = await attempt('Listing functions', () =>
        aws.listFunctions({ Stage: 'DEVELOPMENT', ...(Marker !== undefined && { Marker }) }),
      )
      const items = (page?.Items ?? []).map(({ Name }) => ({ id: Name, name: Name }))
      return listedPage({ items, next: page?.NextMarker })
    },
  }
}

const objectOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}

import type { CloudFront, FunctionConfig } from '@aws-sdk/client-cloudfront'
import { attempt, unlessAbsent } from '#aws/errors.ts'
import type { JsonObject } from '#core/model/field.ts'
import { DriverFailure, type ResourceDriver } from '#core/plan/apply.ts'
import type { Live } from '#core/plan/plan.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A CloudFront function: known by its name, published after each change, as `AutoPublish` asks. */
export function functionDriver(aws: CloudFront): ResourceDriver {
  const codeOf = async (Name: string, Stage: 'DEVELOPMENT' | 'LIVE'): Promise<string | undefined> => {
    const reply = await unlessAbsent(`Reading the code of “${Name}”`, () => aws.getFunction({ Name, Stage }))
    return reply && new TextDecoder().decode(reply.FunctionCode)
  }

  async function read(Name: string): Promise<Live | undefined> {
    const described = await unlessAbsent(`Reading the function “${Name}”`, () =>
      aws.describeFunction({ Name, Stage: 'DEVELOPMENT' }),
    )
    if (!described) return undefined
    const code = await codeOf(Name, 'DEVELOPMENT')
    const published = await codeOf(Name, 'LIVE')
    const { FunctionSummary: summary, ETag: etag } = described
    if (etag === undefined) throw new DriverFailure(`The answer for the function “${Name}” lacks its ETag.`)
    const config = {
      Name,
      FunctionCode: code ?? '',
      FunctionConfig: (summary?.FunctionConfig ?? {}) as unknown as JsonObject,
      // False after a run that was cut off before publishing.
      AutoPublish: published === code,
    }
    const arn = summary?.FunctionMetadata?.FunctionARN
    return { physicalId: Name, etag, config, ...(arn !== undefined && { arn }) }
  }

  async function publish(Name: string, IfMatch: string, config: JsonObject): Promise<Live> {
    if (config['AutoPublish'] !== false)
      await attempt(`Publishing “${Name}”`, () => aws.publishFunction({ Name, IfMatch }))
    const live = await read(Name)
    if (!live) throw new DriverFailure(`The function “${Name}” was made and is gone again; plan anew.`)
    return live
  }

  const inputOf = (config: JsonObject) => ({
    Name: text(config['Name']),
    FunctionCode: new TextEncoder().encode(text(config['FunctionCode'])),
    // The plan has made the API's shape of it.
    FunctionConfig: config['FunctionConfig'] as unknown as FunctionConfig,
  })
  const required = (etag: string | undefined, name: string): string => {
    if (etag === undefined) throw new DriverFailure(`The answer for the function “${name}” lacks its ETag.`)
    return etag
  }

  return {
    type: 'Function',
    read,
    find: (_, config) => read(text(config['Name'])),
    async create(id, config) {
      const input = inputOf(config)
      const { ETag } = await attempt(`Creating “${id}”`, () => aws.createFunction(input))
      return publish(input.Name, required(ETag, input.Name), config)
    },
    async update({ etag }, config) {
      const input = inputOf(config)
      const { ETag } = await attempt(`Changing the function “${input.Name}”`, () =>
        aws.updateFunction({ ...input, IfMatch: etag }),
      )
      // The service's model reads this answer's header as “ETtag”; a server that sends “ETag” is asked once more.
      const etagNow = ETag ?? (await read(input.Name))?.etag
      return publish(input.Name, required(etagNow, input.Name), config)
    },
  }
}

import type { CloudFront, FunctionConfig } from '@aws-sdk/client-cloudfront'
import { attempt, unlessAbsent } from '#aws/errors.ts'
import type { JsonObject } from '#core/model/field.ts'
import { DriverFailure, type ResourceDriver } from '#core/plan/apply.ts'
import type { Live } from '#core/plan/plan.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A CloudFront function: known by its name, published after each change, as `AutoPublish` asks. */
export function functionDriver(aws: CloudFront): ResourceDriver {
  async function read(Name: string): Promise<Live | undefined> {
    const described = await unlessAbsent(`Reading the function “${Name}”`, () =>
      aws.describeFunction({ Name, Stage: 'DEVELOPMENT' }),
    )
    if (!described) return undefined
    const code = await attempt(`Reading the code of “${Name}”`, () =>
      aws.getFunction({ Name, Stage: 'DEVELOPMENT' }),
    )
    const { FunctionSummary: summary, ETag: etag } = described
    if (etag === undefined) throw new DriverFailure(`The answer for the function “${Name}” lacks its ETag.`)
    const config = {
      Name,
      FunctionCode: new TextDecoder().decode(code.FunctionCode),
      FunctionConfig: (summary?.FunctionConfig ?? {}) as unknown as JsonObject,
      AutoPublish: true,
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
      return publish(input.Name, required(ETag, input.Name), config)
    },
  }
}

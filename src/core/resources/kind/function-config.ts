/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_FunctionConfig.html, of both kinds of functions. */
import type * as sdk from '@aws-sdk/client-cloudfront'
import { functionRuntime } from '#core/model/shapes/enums.ts'
import { list, string, structure } from '#core/model/shapes/shape.ts'

export const functionConfig = structure<sdk.FunctionConfig>()({
  Comment: string,
  Runtime: functionRuntime,
  KeyValueStoreAssociations: list(structure<sdk.KeyValueStoreAssociation>()({ KeyValueStoreARN: string })),
})

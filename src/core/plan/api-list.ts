/** Lists as the API wraps them. */
import type { JsonObject } from '#core/model/field.ts'

/** The API's list below a name: `{ Quantity, Items }` or nothing. */
export const itemsIn = (config: JsonObject, name: string): readonly JsonObject[] => {
  const list = config[name]
  const items =
    typeof list === 'object' && list !== null && !Array.isArray(list)
      ? (list as JsonObject)['Items']
      : undefined
  return Array.isArray(items) ? (items as readonly JsonObject[]) : []
}

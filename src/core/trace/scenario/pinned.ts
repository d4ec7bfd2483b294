/** Which answers of a design's origins are pinned. */
import type { DesignDocument } from '#core/model/document.ts'
import type { OriginRule } from '#core/model/scenario.ts'

/** An answer that holds, with its place in the script of its origin. */
export interface Pin {
  readonly origin: string
  readonly index: number
  readonly rule: OriginRule
}

/** All of a design, by origin, in the order in which they answer. */
export const pinsOf = ({ originScripts = {} }: Pick<DesignDocument, 'originScripts'>): Pin[] =>
  Object.entries(originScripts).flatMap(([origin, rules]) =>
    // A script that a file holds may be no list.
    (Array.isArray(rules) ? rules : []).flatMap((rule: OriginRule, index) =>
      rule.pinned === true ? [{ origin, index, rule }] : [],
    ),
  )

/** “GET /api/users?page=1”. */
export const pinName = ({ match = {} }: OriginRule): string =>
  `${match.method ?? 'GET'} ${match.path ?? '/*'}${match.query === undefined ? '' : `?${match.query}`}`

/**
 * Text transformations, applied before a statement compares.
 * https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-transformation.html
 */

import { tableOf } from '#core/ground/names.ts'

type Transformation = (text: string) => string

const decodePercent = (text: string): string =>
  text
    .replaceAll('+', ' ')
    .replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const entities: Readonly<Record<string, string>> = tableOf({
  quot: '"',
  nbsp: '\u00a0',
  lt: '<',
  gt: '>',
  amp: '&',
  apos: "'",
})
const decodeEntities = (text: string): string =>
  text.replaceAll(
    /&(#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, _all, hex?: string, decimal?: string, name?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : -1
      if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code)
      return entities[name?.toLowerCase() ?? ''] ?? whole
    },
  )

function decodeBase64(text: string, isStrict: boolean): string {
  const plain = isStrict ? text : text.replaceAll(/[^A-Za-z0-9+/=_-]/g, '')
  try {
    return atob(plain.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return text
  }
}

const normalizePath = (text: string): string => {
  const kept: string[] = []
  for (const part of text.split('/'))
    if (part === '..') kept.pop()
    else if (part !== '.' && (part !== '' || kept.length === 0)) kept.push(part)
  return kept.join('/')
}

/** Names by AWS's own words; a name that is missing here is told as not played. */
export const transformations: Readonly<Record<string, Transformation>> = tableOf({
  NONE: (text) => text,
  LOWERCASE: (text) => text.toLowerCase(),
  URL_DECODE: decodePercent,
  URL_DECODE_UNI: (text) =>
    decodePercent(
      text.replaceAll(/%u([0-9A-Fa-f]{4})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    ),
  HTML_ENTITY_DECODE: decodeEntities,
  COMPRESS_WHITE_SPACE: (text) => text.replaceAll(/[\s\u00a0]+/g, ' '),
  CMD_LINE: (text) =>
    text
      .replaceAll(/[\\"'^]/g, '')
      .replaceAll(/\s+(?=[/(])/g, '')
      .replaceAll(/[,;]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .toLowerCase(),
  BASE64_DECODE: (text) => decodeBase64(text, true),
  BASE64_DECODE_EXT: (text) => decodeBase64(text, false),
  HEX_DECODE: (text) =>
    /^([0-9A-Fa-f]{2})+$/.test(text)
      ? text.replaceAll(/../g, (hex) => String.fromCharCode(Number.parseInt(hex, 16)))
      : text,
  SQL_HEX_DECODE: (text) =>
    text.replaceAll(/0x([0-9A-Fa-f]+)/g, (_, hex: string) =>
      hex.replaceAll(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))),
    ),
  ESCAPE_SEQ_DECODE: (text) =>
    text.replaceAll(/\\(n|r|t|\\|'|"|\?|x([0-9A-Fa-f]{2}))/g, (_, sequence: string, hex?: string) =>
      hex
        ? String.fromCharCode(Number.parseInt(hex, 16))
        : ({ n: '\n', r: '\r', t: '\t' }[sequence] ?? sequence),
    ),
  JS_DECODE: (text) =>
    text.replaceAll(/\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})/g, (_, wide?: string, narrow?: string) =>
      String.fromCharCode(Number.parseInt(wide ?? narrow ?? '0', 16)),
    ),
  CSS_DECODE: (text) =>
    text.replaceAll(/\\([0-9A-Fa-f]{1,6})\s?/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  REMOVE_NULLS: (text) => text.replaceAll('\0', ''),
  REPLACE_NULLS: (text) => text.replaceAll('\0', ' '),
  REPLACE_COMMENTS: (text) => text.replaceAll(/\/\*.*?(\*\/|$)/gs, ' '),
  NORMALIZE_PATH: normalizePath,
  NORMALIZE_PATH_WIN: (text) => normalizePath(text.replaceAll('\\', '/')),
  UTF8_TO_UNICODE: (text) =>
    [...text]
      .map((character) =>
        character.charCodeAt(0) < 128
          ? character
          : `%u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
      .join(''),
})

import type { Path } from '#core/model/path.ts'

/** An origin names an origin access identity by its whole path, which the provider gives as an attribute. */
export const isComposedIdentity = (path: Path): boolean =>
  path.at(-1) === 'OriginAccessIdentity' && path.at(-2) === 'S3OriginConfig'

/** An origin path as CloudFront takes it: one slash before it and none at its end, whatever was written. */
export function rightOriginPath(text: string): string {
  const bare = text.replace(/^\/+|\/+$/g, '')
  return bare === '' ? '' : `/${bare}`
}

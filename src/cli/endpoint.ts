/** Why something cannot be the address of an API; undefined where it can. */
export function endpointFault(endpoint: string): string | undefined {
  const isHttp = URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol)
  return isHttp ? undefined : `“${endpoint}” is not a URL of HTTP; write one like http://127.0.0.1:4566.`
}

/** Fields of requests that no recording holds. */
const secret: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization'])

export const isSecret = (name: string): boolean => secret.has(name.toLowerCase())

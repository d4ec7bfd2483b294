/** A host name that was written as a URL, or as a part of one, taken apart: each part has a field of its own. */

export interface HostParts {
  readonly host: string
  /** Without its colon, in small letters. */
  readonly scheme?: string
  readonly port?: number
  /** From its slash on, without query; empty where there is none. */
  readonly path: string
}

/** Whether a text says more than a host name. */
export const isMoreThanHost = (text: string): boolean => /:\/\/|[/?#@\s]|:\d+$/.test(text)

export function hostParts(text: string): HostParts {
  const [, scheme, rest = ''] = /^(?:([a-z]+):\/\/)?(.*)$/is.exec(text.trim()) ?? []
  const [, authority = '', path = ''] = /^([^/?#]*)([^?#]*)/.exec(rest) ?? []
  const [, host = '', port] = /^(.*?)(?::(\d+))?$/.exec(authority.replace(/^.*@/, '')) ?? []
  return {
    host,
    path,
    ...(scheme !== undefined && { scheme: scheme.toLowerCase() }),
    ...(port !== undefined && { port: Number(port) }),
  }
}

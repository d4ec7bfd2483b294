/** What no viewer can send, in one sentence; it is told before anything is simulated. */
import type { ViewerRequest } from '#core/model/scenario.ts'

/** https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const unsendable = /[\0\r\n]/

const part = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const ipv4 = new RegExp(`^${part}(?:\\.${part}){3}$`)
const shown = (text: string) => `“${text.replace(unsendable, ' ').slice(0, 60)}”`

/** How many groups of two bytes a part of an address has; none where one of them is no group. */
function groupsIn(part: string, isLast: boolean): number | undefined {
  if (part === '') return 0
  const groups = part.split(':')
  const endsInIpv4 = isLast && ipv4.test(groups.at(-1) ?? '')
  const hex = endsInIpv4 ? groups.slice(0, -1) : groups
  if (!hex.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined
  return hex.length + (endsInIpv4 ? 2 : 0)
}

/** Eight groups, of which “::” stands for those that are missing. https://www.rfc-editor.org/rfc/rfc4291#section-2.2 */
function isIpv6(text: string): boolean {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const counts = halves.map((half, index) => groupsIn(half, index === halves.length - 1))
  const all = counts.reduce((sum: number, count) => sum + (count ?? 9), 0)
  return halves.length === 2 ? all <= 7 : all === 8
}

const holdsBreak = (value: string | readonly string[] | undefined): boolean =>
  Array.isArray(value) ? value.some((one) => unsendable.test(String(one))) : unsendable.test(String(value))

/** Why a request cannot be sent; undefined where it can. */
export function requestFault({ method, headers, viewer }: ViewerRequest): string | undefined {
  if (method !== undefined && !token.test(method)) return `${shown(method)} is no method; write it as GET.`
  for (const name of Object.keys(headers ?? {})) {
    if (!token.test(name)) return `${shown(name)} is no name of a header.`
    if (holdsBreak(headers?.[name]))
      return `The header ${shown(name)} holds a line break, which no viewer can send.`
  }
  const ip = viewer?.ip
  return ip === undefined || ipv4.test(ip) || isIpv6(ip)
    ? undefined
    : `${shown(ip)} is no IP address; write it as 203.0.113.7 or 2001:db8::7.`
}

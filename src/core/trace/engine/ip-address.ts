/** IPv4 and IPv6 addresses as numbers, for the address condition of a signed policy. */
interface Address {
  readonly value: bigint
  readonly bits: 32 | 128
}

function parseIpv4(text: string): Address | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256))
    return undefined
  return { value: parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n), bits: 32 }
}

function parseIpv6(text: string): Address | undefined {
  const [head = '', tail, ...more] = text.split('::')
  if (more.length > 0) return undefined
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const before = groups(head)
  const after = tail === undefined ? [] : groups(tail)
  const missing = 8 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  const all = [...before, ...Array.from({ length: tail === undefined ? 0 : missing }, () => '0'), ...after]
  if (!all.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined
  return { value: all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n), bits: 128 }
}

const parse = (text: string): Address | undefined => (text.includes(':') ? parseIpv6(text) : parseIpv4(text))

/** True where an address lies in a CIDR block (or is the one address). Nonsense is in no network. */
export function isInNetwork(address: string, network: string): boolean {
  const [base = '', length] = network.split('/')
  const inside = parse(address)
  const block = parse(base)
  if (!inside || !block || inside.bits !== block.bits) return false
  const prefix = length === undefined ? block.bits : Number(length)
  if (!(prefix >= 0 && prefix <= block.bits)) return false
  const shift = BigInt(block.bits - prefix)
  return inside.value >> shift === block.value >> shift
}

/** Whether a connection over loopback comes from this user; another local user must not learn the page's token. */
import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'

const tables = ['/proc/net/tcp', '/proc/net/tcp6']
const established = '01'
const mapped = '::ffff:'

export interface Connection {
  readonly remoteAddress?: string | undefined
  readonly remotePort?: number | undefined
  readonly localAddress?: string | undefined
  readonly localPort?: number | undefined
}

/** An IPv4 address and a port as the tables write them; IPv6 has it behind a prefix. */
function written(address: string | undefined, port: number | undefined): readonly string[] {
  const parts = (address ?? '').replace(mapped, '').split('.')
  if (parts.length !== 4 || port === undefined) return []
  const hex = (number: number, width: number) => number.toString(16).toUpperCase().padStart(width, '0')
  const end = `${parts
    .toReversed()
    .map((part) => hex(Number(part), 2))
    .join('')}:${hex(port, 4)}`
  return [end, `0000000000000000FFFF0000${end}`]
}

/**
 * The user that holds the other end of a connection, by a table of Linux's sockets (proc(5): local address, remote
 * address, state, …, uid). Both addresses count: anybody may connect from another address of loopback with the port of
 * somebody else's connection.
 */
export function userIn(table: string, connection: Connection): number | undefined {
  const theirs = written(connection.remoteAddress, connection.remotePort)
  const ours = written(connection.localAddress, connection.localPort)
  for (const line of table.split('\n').slice(1)) {
    const [, local = '', remote = '', state, , , , uid] = line.trim().split(/\s+/)
    if (theirs.includes(local) && ours.includes(remote) && state === established) return Number(uid)
  }
  return undefined
}

/** True where the other end is known to be this user's. Only Linux tells; elsewhere nobody can. */
export async function isSameUser(socket: Socket): Promise<boolean> {
  if (process.platform !== 'linux') return true
  for (const table of tables) {
    const user = userIn(await readFile(table, 'utf8').catch(() => ''), socket)
    if (user !== undefined) return user === process.getuid?.()
  }
  return false
}

/** Whether a connection over loopback comes from this user; another local user must not learn the page's token. */
import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'

const tables = ['/proc/net/tcp', '/proc/net/tcp6']
const portOf = (address: string | undefined) => Number.parseInt(address?.split(':').at(-1) ?? '', 16)

/**
 * The user that holds the other end of a loopback connection, by Linux's table of sockets (proc(5): local address,
 * remote address, state, …, uid). Undefined on other systems and where the other end is not on this machine.
 */
async function userBehind({ remotePort, localPort }: Socket): Promise<number | undefined> {
  for (const table of tables) {
    const text = await readFile(table, 'utf8').catch(() => '')
    for (const line of text.split('\n').slice(1)) {
      const [, local, remote, , , , , uid] = line.trim().split(/\s+/)
      if (portOf(local) === remotePort && portOf(remote) === localPort) return Number(uid)
    }
  }
  return undefined
}

/** False only where it is known that somebody else is connected. */
export async function isSameUser(socket: Socket): Promise<boolean> {
  const user = await userBehind(socket)
  return user === undefined || user === process.getuid?.()
}

/** Who holds the other end of a connection; another user of the machine may choose addresses and ports as they like. */
import { expect, test } from 'vitest'
import { userIn } from './peer-user.ts'

const table = (...rows: string[]) =>
  ['  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid', ...rows].join('\n')
const row = (local: string, remote: string, uid: number, state = '01') =>
  `   0: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000  ${uid}        0 1 1 0 20 4 0 10 -1`
const ours = '0100007F:104D'
const connection = {
  remoteAddress: '127.0.0.1',
  remotePort: 50_000,
  localAddress: '127.0.0.1',
  localPort: 0x104d,
}

test('the user is the one of the row with both addresses', () => {
  expect(userIn(table(row(ours, '0100007F:C350', 7), row('0100007F:C350', ours, 61_001)), connection)).toBe(
    61_001,
  )
})

test('a connection from another address of loopback with the same port is not taken for it', () => {
  const attacker = { ...connection, remoteAddress: '127.0.0.9' }
  const rows = [row('0100007F:C350', ours, 61_001), row('0900007F:C350', ours, 61_002)]
  expect(userIn(table(...rows), attacker)).toBe(61_002)
  expect(userIn(table(rows[0] ?? ''), attacker)).toBeUndefined()
})

test('an address in the form of IPv6 is the same address', () => {
  const six = '0000000000000000FFFF0000'
  const rows = table(row(`${six}0100007F:C350`, `${six}${ours}`, 61_001))
  expect(userIn(rows, connection)).toBe(61_001)
  expect(userIn(rows, { ...connection, remoteAddress: '::ffff:127.0.0.1' })).toBe(61_001)
})

test('a connection that is closed already belongs to nobody', () => {
  expect(userIn(table(row('0100007F:C350', ours, 0, '06')), connection)).toBeUndefined()
  expect(userIn(table(), connection)).toBeUndefined()
})

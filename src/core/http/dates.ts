/** HTTP dates (RFC 9110 §5.6.7). */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const imf = /^[A-Za-z]{3}, (\d{2}) ([A-Za-z]{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/
const rfc850 = /^[A-Za-z]{6,9}, (\d{2})-([A-Za-z]{3})-(\d{2}) (\d{2}):(\d{2}):(\d{2}) GMT$/
const asctime = /^[A-Za-z]{3} ([A-Za-z]{3}) ([ \d]\d) (\d{2}):(\d{2}):(\d{2}) (\d{4})$/

function toMilliseconds(
  year: number,
  month: string,
  day: string,
  hour: string,
  minute: string,
  second: string,
) {
  const index = months.indexOf(month)
  const date = Number(day)
  if (index < 0 || date < 1 || date > 31 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60)
    return null
  return Date.UTC(year, index, date, Number(hour), Number(minute), Number(second))
}

/** Milliseconds since the epoch, or null where the text is none of the three forms of an HTTP date. */
export function parseHttpDate(text: string | null): number | null {
  if (text === null) return null
  const usual = imf.exec(text)
  if (usual) {
    const [, day = '', month = '', year = '', hour = '', minute = '', second = ''] = usual
    return toMilliseconds(Number(year), month, day, hour, minute, second)
  }
  const old = rfc850.exec(text)
  if (old) {
    const [, day = '', month = '', year = '', hour = '', minute = '', second = ''] = old
    // §5.6.7: a two-digit year that would lie far in the future is one of the past century.
    const century = Number(year) >= 70 ? 1900 : 2000
    return toMilliseconds(century + Number(year), month, day, hour, minute, second)
  }
  const c = asctime.exec(text)
  if (!c) return null
  const [, month = '', day = '', hour = '', minute = '', second = '', year = ''] = c
  return toMilliseconds(Number(year), month, day.trim(), hour, minute, second)
}

/** Texts of seconds asked for before; each second has one place, which the next that falls there takes. */
const remembered = 4096
const seconds = new Float64Array(remembered).fill(Number.NaN)
const texts: string[] = Array(remembered).fill('')

/** The preferred form of a time in milliseconds; a second that was asked for lately costs nothing. */
export function formatHttpDate(milliseconds: number): string {
  const second = Math.floor(milliseconds / 1000)
  const place = second & (remembered - 1)
  if (seconds[place] !== second) {
    texts[place] = new Date(second * 1000).toUTCString()
    seconds[place] = second
  }
  return texts[place] ?? ''
}

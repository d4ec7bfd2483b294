/**
 * Texts on their way into and out of the engine: a zero character would end them there (they cross as C strings), so it
 * is written as U+E000 and a digit. The prelude does the same on its side.
 */
const mark = '\uE000'
const zero = '\0'

export const closed = (text: string): string =>
  text.includes(zero) || text.includes(mark)
    ? text.replaceAll(mark, `${mark}1`).replaceAll(zero, `${mark}0`)
    : text
export const opened = (text: string): string =>
  text.includes(mark) ? text.replaceAll(`${mark}0`, zero).replaceAll(`${mark}1`, mark) : text

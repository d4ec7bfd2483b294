import styles from './cut.module.css'

/** So many letters of a name's end are kept at most: names differ there. */
const mostKept = 9
/** A shorter name is cut at its end. */
const least = 8

/** The letters of a name that may be cut, and those that stay. */
export function cutOf(text: string): readonly [start: string, end: string] {
  if (text.length < least) return [text, '']
  const at = text.length - Math.min(mostKept, Math.floor(text.length * 0.28))
  return [text.slice(0, at), text.slice(at)]
}

interface CutProps {
  readonly text: string
  readonly className?: string | undefined
  /** So many letters always have room: a name of as many is one plain element. */
  readonly room?: number
}

/** A name on one line, cut in the middle where it is too long. */
export function Cut({ text, className = '', room = 0 }: CutProps) {
  if (text.length <= room)
    return (
      <span className={`${styles['whole']} ${className}`} title={text}>
        {text}
      </span>
    )
  const [start, end] = cutOf(text)
  return (
    <span className={`${styles['cut']} ${className}`} title={text}>
      <span className={styles['start']}>{start}</span>
      {end !== '' && <span className={styles['end']}>{end}</span>}
    </span>
  )
}

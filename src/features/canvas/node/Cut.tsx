import styles from './node.module.css'

/** So many letters of a name's end are kept: names differ there. */
const kept = 9

/** A name on one line, cut in the middle where it is too long. */
export function Cut({
  text,
  className = '',
}: {
  readonly text: string
  readonly className?: string | undefined
}) {
  const at = text.length - kept
  return (
    <span className={`${styles['cut']} ${className}`} title={text}>
      {at < kept ? (
        <span className={styles['cutStart']}>{text}</span>
      ) : (
        <>
          <span className={styles['cutStart']}>{text.slice(0, at)}</span>
          <span className={styles['cutEnd']}>{text.slice(at)}</span>
        </>
      )}
    </span>
  )
}

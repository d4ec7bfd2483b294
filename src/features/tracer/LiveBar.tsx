import { useDesign } from '#state/design.ts'
import { followLive, useLive } from '#state/live.ts'
import { counted } from '#things/counted.ts'
import styles from './tracer.module.css'

/** The CDN that `frontage run` serves, while the design of it is open. */
export function LiveBar() {
  const { url, isGone, count, isFollowed, of } = useLive()
  const id = useDesign((state) => state.id)
  if (url === undefined || of !== id) return null
  return (
    <div className={styles['live']} data-gone={isGone}>
      <span role="status">
        {isGone ? 'The local CDN has ended.' : `Live: ${counted(count, 'request')} at `}
        {!isGone && (
          <a href={url} target="_blank" rel="noreferrer">
            {url.replace(/^https?:\/\//, '')}
          </a>
        )}
      </span>
      <label>
        <input type="checkbox" checked={isFollowed} onChange={(event) => followLive(event.target.checked)} />{' '}
        Show each as it comes
      </label>
    </div>
  )
}

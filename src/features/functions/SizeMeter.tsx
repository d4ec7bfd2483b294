import { functionSizeLimit } from '#core/edge/restrictions.ts'
import styles from './functions.module.css'

/** How much of the 10 KB of a CloudFront function its code takes. */
export function SizeMeter({ code }: { readonly code: string }) {
  const size = new TextEncoder().encode(code).length
  const isOver = size > functionSizeLimit
  return (
    <span className={styles['size']} data-over={isOver}>
      <meter
        min={0}
        max={functionSizeLimit}
        high={functionSizeLimit * 0.9}
        value={size}
        aria-label="Size of the code"
      />
      {(size / 1024).toFixed(1)} of 10 KB{isOver && ': CloudFront refuses it'}
    </span>
  )
}

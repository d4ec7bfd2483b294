import { Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useDesign, useDocument } from '#state/design.ts'
import { announce, showDialog } from '#state/session.ts'
import { type ShareLink, shareLink } from '#state/share.ts'
import { leftOutInWords } from '#things/left-out.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import styles from './exchange.module.css'

/** Some programs cut links that are longer. */
const comfortable = 8000

/** A link that holds the design itself; nothing is stored anywhere. */
export function ShareDialog() {
  const design = useDocument()
  const name = useDesign((state) => state.name)
  const [link, setLink] = useState<ShareLink | undefined>(undefined)
  useEffect(() => {
    let isCurrent = true
    void shareLink(name, design, location.href).then((result) => {
      if (isCurrent) setLink(result)
    })
    return () => {
      isCurrent = false
    }
  }, [name, design])
  return (
    <Dialog title="Share" onClose={() => showDialog(undefined)}>
      <p className={styles['muted']}>
        The link holds the design as it is now, after the “#”, which browsers send to no server. Whoever opens
        it with this Frontage gets a copy.
      </p>
      <textarea className={styles['link']} readOnly aria-label="Link" value={link?.url ?? 'Packing…'} />
      {link && link.leftOut.length > 0 && (
        <div className={styles['losses']}>
          <b>Left out, as they look like secrets:</b>
          <ul>
            {leftOutInWords(design, link.leftOut).map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        </div>
      )}
      {link && link.url.length > comfortable && (
        <p className={styles['muted']}>
          It has {link.url.length.toLocaleString()} characters; some mail and chat programs cut links that
          long. A file travels better.
        </p>
      )}
      <div className={styles['actions']}>
        <Button
          kind="primary"
          icon={<Copy size={14} aria-hidden />}
          isDisabled={!link}
          onPress={() =>
            void navigator.clipboard
              .writeText(link?.url ?? '')
              .then(() => announce('The link is in the clipboard.'))
          }
        >
          Copy the link
        </Button>
      </div>
    </Dialog>
  )
}

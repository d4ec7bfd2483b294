import { useCallback, useEffect, useState } from 'react'
import { distributionsIn } from '#core/model/distribution.ts'
import { keepVersion, listVersions, restoreVersion, type SavedVersion } from '#state/library.ts'
import { showDialog } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Field, TextInput } from '#ui/fields.tsx'
import styles from './exchange.module.css'

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

const contents = ({ document }: SavedVersion): string => {
  const sites = distributionsIn(document)
  const behaviors = sites.reduce((sum, { config }) => sum + (config.CacheBehaviors?.length ?? 0) + 1, 0)
  const origins = sites.reduce((sum, { config }) => sum + (config.Origins?.length ?? 0), 0)
  return `${counted(behaviors, 'behavior')}, ${counted(origins, 'origin')}`
}

/** Earlier states of the design, kept every few minutes and by name; a restored one can be undone. */
export function VersionsDialog() {
  const [versions, setVersions] = useState<readonly SavedVersion[] | undefined>(undefined)
  const [label, setLabel] = useState('')
  const load = useCallback(() => void listVersions().then(setVersions), [])
  useEffect(load, [load])
  const keep = () => {
    if (label.trim() === '') return
    void keepVersion(label.trim()).then(() => {
      setLabel('')
      load()
    })
  }
  return (
    <Dialog title="Versions" onClose={() => showDialog(undefined)}>
      <p className={styles['muted']}>
        Versions are kept every five minutes of work, and whenever you ask. They stay in this browser.
      </p>
      <div className={styles['keep']}>
        <Field label="Keep the design as it is now, called">
          {(id) => (
            <TextInput
              id={id}
              value={label}
              onChange={setLabel}
              placeholder="before the new API"
              onEnter={keep}
            />
          )}
        </Field>
        <Button isDisabled={label.trim() === ''} onPress={keep}>
          Keep
        </Button>
      </div>
      {versions?.length === 0 && <p className={styles['muted']}>No versions yet.</p>}
      <ul className={styles['versions']} aria-label="Versions">
        {versions?.map((version) => (
          <li className={styles['version']} key={version.at}>
            <div>
              <b>{version.label ?? 'Automatic'}</b>
              <br />
              <span>
                {new Date(version.at).toLocaleString()} · {contents(version)}
              </span>
            </div>
            <Button
              onPress={() => {
                restoreVersion(version)
                showDialog(undefined)
              }}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

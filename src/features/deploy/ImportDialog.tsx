import { useEffect, useState } from 'react'
import type { Listed } from '#core/plan/driver.ts'
import {
  cancelImport,
  importDistributions,
  listDistributions,
  useAccountImport,
} from '#state/account-import.ts'
import { showDialog } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextInput } from '#ui/fields.tsx'
import { AccountBar } from './AccountBar.tsx'
import styles from './deploy.module.css'

const holds = (text: string) => (one: Listed) =>
  [one.physicalId, one.name, one.domainName].some((part) => part?.toLowerCase().includes(text.toLowerCase()))

interface Choosing {
  readonly items: readonly Listed[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

function Distributions({ items, chosen, onChange }: Choosing) {
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }
  return (
    <ul className={styles['listed']} aria-label="Distributions in the account">
      {items.map(({ physicalId, name, domainName }) => (
        <li key={physicalId}>
          <label>
            <input type="checkbox" checked={chosen.has(physicalId)} onChange={() => toggle(physicalId)} />
            <b>{name}</b>
            <span className={styles['muted']}>
              {physicalId}
              {domainName !== name && `, ${domainName}`}
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}

/** Distributions in the account, searched and chosen, read with everything that they refer to. */
export function ImportDialog() {
  const { listed, next, isListed, busy, progress, failure } = useAccountImport()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    void listDistributions()
  }, [])
  const close = () => {
    cancelImport()
    showDialog(undefined)
  }
  const open = async () => {
    const name = listed.find(({ physicalId }) => chosen.has(physicalId))?.name ?? 'Imported design'
    if (await importDistributions([...chosen], name)) showDialog(undefined)
  }
  const found = listed.filter(holds(search))
  return (
    <Dialog title="Import from the account" onClose={close}>
      <AccountBar />
      {failure && (
        <p className={styles['failure']} role="alert">
          {failure}
        </p>
      )}
      {isListed && listed.length === 0 && <p>This account has no distribution.</p>}
      {listed.length > 0 && (
        <>
          <TextInput
            label="Search"
            placeholder="Search by name, id or host"
            value={search}
            onChange={setSearch}
          />
          <Distributions items={found} chosen={chosen} onChange={setChosen} />
          {found.length === 0 && (
            <p className={styles['muted']}>No listed distribution matches “{search}”.</p>
          )}
        </>
      )}
      <div className={styles['bar']}>
        {busy === 'importing' ? (
          <>
            <span role="status">
              {progress ? `${progress.count}. ${progress.type} ${progress.physicalId}` : 'Reading…'}
            </span>
            <Button onPress={cancelImport}>Cancel</Button>
          </>
        ) : (
          <Button
            kind="primary"
            isDisabled={chosen.size === 0 || busy !== undefined}
            onPress={() => void open()}
          >
            {chosen.size > 1 ? `Import ${chosen.size} distributions` : 'Import'}
          </Button>
        )}
        {next !== undefined && (
          <Button isDisabled={busy !== undefined} onPress={() => void listDistributions(true)}>
            List more
          </Button>
        )}
        {busy === 'listing' && <span className={styles['muted']}>Reading the account…</span>}
      </div>
    </Dialog>
  )
}

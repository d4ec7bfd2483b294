import { KeyRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Identity } from '#core/plan/identity.ts'
import { leastPrivilege } from '#core/plan/permissions.ts'
import { chooseProfile, forgetCredentials, pasteCredentials, useAccount } from '#state/account.ts'
import { useDocument } from '#state/design.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Field, SelectInput, TextArea } from '#ui/fields.tsx'
import { CopyButton } from './CopyButton.tsx'
import styles from './deploy.module.css'

/** Pasted temporary credentials go to the server's memory; the field is emptied at once. */
function CredentialsDialog({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('')
  const failure = useAccount((account) => account.failure)
  const use = async () => {
    const pasted = text
    setText('')
    if (await pasteCredentials(pasted)) onClose()
  }
  return (
    <Dialog title="Temporary credentials" onClose={onClose}>
      <p className={styles['muted']}>
        Paste what <code>aws configure export-credentials</code> or the sign-in portal shows: environment
        lines, a profile or JSON. They are held in the memory of the local server until it ends, and never
        stored.
      </p>
      <Field label="Credentials">
        {(id) => (
          <TextArea id={id} value={text} onChange={setText} placeholder="export AWS_ACCESS_KEY_ID=ASIA…" />
        )}
      </Field>
      {failure && (
        <p className={styles['failure']} role="alert">
          {failure}
        </p>
      )}
      <div className={styles['bar']}>
        <Button kind="primary" isDisabled={text.trim() === ''} onPress={() => void use()}>
          Use these
        </Button>
      </div>
    </Dialog>
  )
}

const sources = { machine: "this machine's credentials", profile: 'a profile', pasted: 'pasted credentials' }

/** Whose account it is: told once it was asked, which a plan does first. */
function Whose({ identity }: { readonly identity: Identity | undefined }) {
  if (!identity) return <span className={styles['muted']}>A plan tells whose account it reads.</span>
  const { account, arn, source, profile, message, endpoint } = identity
  return (
    <span>
      {account === undefined ? (
        <b className={styles['bad']}>{message}</b>
      ) : (
        <>
          Account <b>{account}</b> as <span title={arn}>{arn?.split('/').slice(1).join('/') || arn}</span>
        </>
      )}{' '}
      <span className={styles['muted']}>
        with {source === 'profile' ? `the profile ${profile}` : sources[source]}, at {new URL(endpoint).host}
      </span>
    </span>
  )
}

/** The account and its credentials, in a place that it has from the beginning. */
export function AccountBar({ children }: { readonly children?: ReactNode }) {
  const { identity, busy } = useAccount()
  const document = useDocument()
  const [isPasting, setPasting] = useState(false)
  const { source, profile, profiles = [] } = identity ?? {}
  return (
    <section className={styles['account']} aria-label="Account">
      <KeyRound size={15} aria-hidden />
      <Whose identity={identity} />
      {profiles.length > 0 && (
        <SelectInput
          label="Profile"
          value={profile ?? ''}
          choices={[
            { value: '', label: 'Usual credentials' },
            ...profiles.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(name) => void (name === '' ? forgetCredentials() : chooseProfile(name))}
        />
      )}
      {source === 'pasted' ? (
        <Button isDisabled={busy} onPress={() => void forgetCredentials()}>
          Forget the credentials
        </Button>
      ) : (
        <Button isDisabled={busy} onPress={() => setPasting(true)}>
          Paste credentials
        </Button>
      )}
      <CopyButton text={() => leastPrivilege(document)}>Copy least-privilege policy</CopyButton>
      {children}
      {isPasting && <CredentialsDialog onClose={() => setPasting(false)} />}
    </section>
  )
}

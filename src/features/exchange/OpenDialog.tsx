import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { canWriteFiles, openFile, openFromDisk, openText } from '#state/files.ts'
import { showDialog } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Field, TextArea } from '#ui/fields.tsx'
import styles from './exchange.module.css'

/** Opens a design from a file or from pasted text; a text that cannot be read leaves everything as it is. */
export function OpenDialog() {
  const [text, setText] = useState('')
  const [failure, setFailure] = useState<string | undefined>(undefined)
  return (
    <Dialog title="Open" onClose={() => showDialog(undefined)}>
      <p className={styles['muted']}>
        A CloudFormation or SAM template, Terraform, what <code>aws cloudfront get-distribution-config</code>{' '}
        prints, or a Frontage design. A file can also be dropped anywhere on the page.
      </p>
      <div className={styles['choices']}>
        <FileButton
          label="File to open"
          kind="primary"
          icon={<FolderOpen size={14} aria-hidden />}
          accept=".yaml,.yml,.json,.template,.tf,.txt"
          onPick={(file) =>
            void openFile(file).then((result) => setFailure(result.ok ? undefined : result.error))
          }
        >
          Choose a file
        </FileButton>
        {canWriteFiles() && (
          <Button
            label="Ctrl+S then writes it back"
            onPress={() =>
              void openFromDisk().then((result) =>
                setFailure(result === undefined || result.ok ? undefined : result.error),
              )
            }
          >
            Open a file to edit in place
          </Button>
        )}
      </div>
      <Field label="Or paste it">
        {(id) => (
          <TextArea id={id} value={text} onChange={setText} placeholder="AWSTemplateFormatVersion: …" />
        )}
      </Field>
      {failure && (
        <p className={styles['failure']} role="alert">
          {failure}
        </p>
      )}
      <div className={styles['actions']}>
        <Button
          isDisabled={text.trim() === ''}
          onPress={() =>
            void openText('Pasted design', text).then((result) =>
              setFailure(result.ok ? undefined : result.error),
            )
          }
        >
          Open the pasted text
        </Button>
      </div>
    </Dialog>
  )
}

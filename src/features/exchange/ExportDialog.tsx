import { Copy, Download, FileText, Image, Save } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { policiesAdded } from '#core/formats/cloudformation/policies-added.ts'
import type { Loss } from '#core/formats/format.ts'
import { currentDocument, useDesign, useDocument } from '#state/design.ts'
import {
  canWriteFiles,
  type FormatChoice,
  fileNameFor,
  saveTextAs,
  writableFormats,
  writeDesign,
} from '#state/files.ts'
import { announce, select, showDialog } from '#state/session.ts'
import { pictureOf } from '#things/picture.ts'
import { sampleOrigins } from '#things/samples.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { download, fileStem } from '#ui/download.ts'
import { Field, SelectInput } from '#ui/fields.tsx'
import { TextDiff } from '#ui/TextDiff.tsx'
import { designReport } from './design-report.ts'
import styles from './exchange.module.css'
import { pngOf } from './png.ts'

/** The canvas as a file that any program shows. */
function Pictures() {
  const name = useDesign((state) => state.name)
  const svg = () => download(`${fileStem(name)}.svg`, pictureOf(currentDocument(), name).svg, 'image/svg+xml')
  const png = async () => {
    try {
      download(`${fileStem(name)}.png`, await pngOf(pictureOf(currentDocument(), name)))
    } catch {
      announce('This browser cannot draw a picture this large; use the SVG.')
    }
  }
  return (
    <div className={styles['choices']}>
      <Button icon={<Image size={14} aria-hidden />} onPress={svg}>
        Picture (SVG)
      </Button>
      <Button icon={<Image size={14} aria-hidden />} onPress={() => void png()}>
        Picture (PNG)
      </Button>
      <Button
        icon={<FileText size={14} aria-hidden />}
        onPress={() => download(`${fileStem(name)}.report.html`, designReport(), 'text/html')}
      >
        Report (HTML)
      </Button>
      <Button onPress={() => window.print()}>Print</Button>
    </div>
  )
}

/** What the text has otherwise than that of the design as it was opened, in the same format. */
function Changed({ format, text }: { readonly format: string; readonly text: string | undefined }) {
  const opened = useDesign(({ history }) => history.past[0]?.document)
  const [was, setWas] = useState<string | undefined>(undefined)
  // The line is there before its text is: what stands below it stays where it is.
  useEffect(() => {
    let isCurrent = true
    if (opened)
      void writeDesign(format, opened).then((written) => {
        if (isCurrent) setWas(written.text)
      })
    return () => {
      isCurrent = false
    }
  }, [format, opened])
  if (!opened) return null
  return (
    <details className={styles['changed']}>
      <summary>What changed since the design was opened</summary>
      {was !== undefined && text !== undefined && <TextDiff texts={[was, text]} />}
    </details>
  )
}

/** What the file will say though nobody has written it. */
function Samples() {
  const samples = sampleOrigins(useDocument())
  if (samples.length === 0) return null
  return (
    <div className={styles['losses']}>
      <b>Sample values are still in the file:</b>
      <ul>
        {samples.map(({ path, name }) => (
          <li key={path.join('/')}>
            The domain name of the origin “{name}”.{' '}
            <Button
              onPress={() => {
                showDialog(undefined)
                select(path, [...path, 'DomainName'])
              }}
            >
              Set it
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the file does to a bucket that is there already. */
function Policies({ text }: { readonly text: string }) {
  const document = useDocument()
  const buckets = useMemo(() => policiesAdded(document, text), [document, text])
  if (buckets.length === 0) return null
  return (
    <div className={styles['losses']}>
      <b>The file also sets a bucket policy, so that CloudFront can read:</b>
      <ul>
        {buckets.map((bucket) => (
          <li key={bucket}>
            “{bucket}”. A bucket has one policy: if it has one, add the statement to that, and leave this out.
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What a format leaves out. */
function Losses({ losses }: { readonly losses: readonly Loss[] }) {
  if (losses.length === 0) return null
  return (
    <div className={styles['losses']}>
      <b>This format cannot hold:</b>
      <ul>
        {losses.map(({ message, path }) => (
          <li key={`${path.join('/')} ${message}`}>{message}</li>
        ))}
      </ul>
    </div>
  )
}

/** Where the text goes: to the clipboard, to a file of the disk, to the downloads. */
function WaysOut({
  fileName,
  format,
  text,
}: {
  readonly fileName: string
  readonly format: string
  readonly text: () => Promise<string>
}) {
  return (
    <>
      <span className={styles['fileName']}>{fileName}</span>
      <Button
        icon={<Copy size={14} aria-hidden />}
        onPress={() =>
          void text()
            .then((all) => navigator.clipboard.writeText(all))
            .then(() => announce('Copied.'))
        }
      >
        Copy
      </Button>
      {canWriteFiles() && (
        <Button
          icon={<Save size={14} aria-hidden />}
          onPress={() => void text().then((all) => saveTextAs(fileName, all, format))}
        >
          Save to a file…
        </Button>
      )}
      <Button
        kind="primary"
        hasFocus
        icon={<Download size={14} aria-hidden />}
        onPress={() => void text().then((all) => download(fileName, all))}
      >
        Download
      </Button>
    </>
  )
}

/** Writes the design in a chosen format and says beforehand what that format cannot hold. */
export function ExportDialog() {
  const design = useDocument()
  const name = useDesign((state) => state.name)
  const [formats, setFormats] = useState<readonly FormatChoice[]>([])
  const [format, setFormat] = useState('cloudformation-yaml')
  const [written, setWritten] = useState<{ text: string; losses: readonly Loss[] } | undefined>(undefined)
  useEffect(() => {
    void writableFormats().then(setFormats)
  }, [])
  useEffect(() => {
    let isCurrent = true
    setWritten(undefined)
    void writeDesign(format, design).then((result) => {
      if (isCurrent) setWritten(result)
    })
    return () => {
      isCurrent = false
    }
  }, [format, design])
  const ending = formats.find(({ id }) => id === format)?.fileName ?? 'design.txt'
  const fileName = fileNameFor(format) ?? `${fileStem(name)}.${ending}`
  // The buttons can be pressed before the text is written: none of them is disabled first, and loses the focus by it.
  const text = async () => (written ?? (await writeDesign(format, design))).text
  return (
    <Dialog
      title="Export"
      onClose={() => showDialog(undefined)}
      actions={<WaysOut fileName={fileName} format={format} text={text} />}
    >
      <Field label="Format">
        {(id) => (
          <SelectInput
            id={id}
            value={format}
            onChange={setFormat}
            choices={formats.map((one) => ({ value: one.id, label: one.label }))}
          />
        )}
      </Field>
      <Samples />
      <Policies text={written?.text ?? ''} />
      <Losses losses={written?.losses ?? []} />
      <pre
        className={styles['preview']}
        data-testid="export-text"
        role="document"
        aria-label="Preview"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {written?.text ?? 'Writing…'}
      </pre>
      <Changed key={format} format={format} text={written?.text} />
      <Pictures />
    </Dialog>
  )
}

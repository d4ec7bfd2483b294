import { FileText, FolderOpen } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { DesignDocument } from '#core/model/document.ts'
import {
  addBasis,
  chooseBasis,
  chosenFile,
  compareWith,
  fileChoice,
  keepMarks,
  useChoice,
  useComparison,
} from '#state/comparison.ts'
import { useDesign, useDocument } from '#state/design.ts'
import { readDesign } from '#state/files.ts'
import { type Earlier, earlierDesigns } from '#state/library.ts'
import { showPanel } from '#state/session.ts'
import { reviewFile } from '#state/site-review.ts'
import { Button } from '#ui/Button.tsx'
import { download, fileStem } from '#ui/download.ts'
import { FileButton } from '#ui/FileButton.tsx'
import { SelectInput } from '#ui/fields.tsx'
import { Changes } from './Changes.tsx'
import { compareDesigns } from './compare.ts'
import { DifferenceList } from './DifferenceList.tsx'
import { Findings } from './Findings.tsx'
import styles from './review.module.css'
import { SourceDifference } from './SourceDifference.tsx'

/** What the open design can be compared with: what it was, and files that a person opened for it. */
function useBases(): readonly Earlier[] {
  const id = useDesign((state) => state.id)
  const opened = useDesign(({ history }) => history.past[0]?.document)
  const [earlier, setEarlier] = useState<readonly Earlier[]>([])
  const { files } = useChoice()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another design, or a first edit, has others
  useEffect(() => {
    let isOver = false
    void earlierDesigns().then((list) => {
      if (!isOver) setEarlier(list)
    })
    return () => {
      isOver = true
    }
  }, [id, opened])
  return [...earlier, ...files]
}

/** Reads a file to compare with; returns what is wrong with it. */
async function openBasis(file: File): Promise<string | undefined> {
  const read = await readDesign(await file.text())
  if (!read.ok) return `“${file.name}” was not read. ${read.error}`
  addBasis({ value: fileChoice(file.name), label: `The file “${file.name}”`, document: read.value })
  return undefined
}

function Comparison({
  before,
  document,
}: {
  readonly before: DesignDocument
  readonly document: DesignDocument
}) {
  const compared = useMemo(() => compareDesigns(before, document), [before, document])
  return (
    <>
      <DifferenceList before={before} document={document} />
      <Changes compared={compared} document={document} />
      <Findings before={before} document={document} />
      <SourceDifference before={before} after={document} />
    </>
  )
}

/** Which side is which: a file that is compared with is the one before, however new it is. */
function Sides({ before }: { readonly before: string }) {
  const name = useDesign((state) => state.name)
  return (
    <p className={styles['muted']}>
      Before: {before}. After: “{name}” as it is open here.
    </p>
  )
}

/** The review as a file to attach to a ticket or a pull request. */
function Report({ basis: { label, document: before } }: { readonly basis: Earlier }) {
  const document = useDocument()
  const name = useDesign((state) => state.name)
  const write = async () => {
    const html = await reviewFile({ before: label, after: name }, before, document)
    download(`${fileStem(name)}.review.html`, html, 'text/html')
  }
  return (
    <Button icon={<FileText size={14} aria-hidden />} onPress={() => void write()}>
      Report of the changes
    </Button>
  )
}

/** What the design changes, for viewers and in its source, against what it was or another file. */
export function ReviewPanel() {
  const document = useDocument()
  const bases = useBases()
  const { chosen } = useChoice()
  const [failure, setFailure] = useState<string>()
  const basis = bases.find(({ value }) => value === chosen) ?? bases[0]
  const against = basis?.document
  useEffect(() => compareWith(against), [against])
  const isKept = useComparison((state) => state.isKept)
  const take = async (file: File) => setFailure(await openBasis(file))
  const lost = basis?.value === chosen ? undefined : chosenFile(chosen)
  return (
    <div className={styles['panel']}>
      <div className={styles['bar']}>
        <span>Against</span>
        <SelectInput
          label="Compare the design with"
          value={basis?.value ?? ''}
          onChange={(value) => {
            setFailure(undefined)
            chooseBasis(value)
          }}
          choices={bases.map(({ value, label }) => ({ value, label }))}
        />
        <FileButton
          label="File to compare with"
          icon={<FolderOpen size={14} aria-hidden />}
          onPick={(file) => void take(file)}
        >
          Another file
        </FileButton>
        <Button onPress={() => showPanel('plan')}>Against the account</Button>
        {basis && <Report basis={basis} />}
        <label className={styles['keep']}>
          <input type="checkbox" checked={isKept} onChange={(event) => keepMarks(event.target.checked)} />
          Keep the marks on the drawing
        </label>
      </div>
      {failure !== undefined && (
        <p className={styles['unread']} role="alert">
          {failure}
          {basis && ' What stands below is the comparison before.'}
        </p>
      )}
      {lost !== undefined && (
        <p className={styles['unread']} role="status">
          The file “{lost}” is not kept when the page is left: open it again to compare with it.
          {basis && ' What stands below is another comparison.'}
        </p>
      )}
      {basis && <Sides before={basis.label} />}
      {basis ? (
        <Comparison before={basis.document} document={document} />
      ) : (
        <p className={styles['muted']}>
          Nothing has changed yet, and no version has been kept. Open another file to see what this design
          changes against it, for viewers and line by line.
        </p>
      )}
    </div>
  )
}

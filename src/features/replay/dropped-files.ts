/** Files that were dropped, those within folders too. */

const isHidden = (name: string) => name.startsWith('.')

const fileOf = (entry: FileSystemFileEntry): Promise<File[]> =>
  new Promise((done) => {
    entry.file(
      (file) => done([file]),
      // It has gone since, or may not be read; the others are.
      () => done([]),
    )
  })

/** A folder is read in portions, until one is empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done) => reader.readEntries(done, () => done([])))
    if (some.length === 0) return all
    all.push(...some)
  }
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isHidden(entry.name)) return []
  // An entry says itself which of the two it is.
  if (entry.isFile) return fileOf(entry as FileSystemFileEntry)
  const entries = await entriesOf(entry as FileSystemDirectoryEntry)
  return (await Promise.all(entries.map(filesIn))).flat()
}

/** To be called in the event itself: what was dropped is gone after it. */
export function droppedFiles({ items, files }: DataTransfer): Promise<File[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return Promise.resolve([...files])
  return Promise.all(entries.map(filesIn)).then((lists) => lists.flat())
}

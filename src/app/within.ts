/** What comes within a time, else undefined: storage and locks of a browser may never answer. */
export function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  return Promise.race([work, patience]).finally(() => clearTimeout(timer))
}

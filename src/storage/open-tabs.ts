/**
 * Tabs that ended without a word: by a crash of the tab, of the browser or of the machine. Each tab writes down which
 * design it has open and takes it back when it is left; a lock that the browser holds for it as long as it lives
 * tells those that are still open from those that ended.
 */
const prefix = 'frontage-tab:'

const names = (): string[] =>
  Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').filter((name) =>
    name.startsWith(prefix),
  )

/** The designs that were open in tabs which ended so; they are told once. */
export async function takeCrashedDesigns(): Promise<readonly string[]> {
  try {
    const { held = [] } = await navigator.locks.query()
    const open = new Set(held.map(({ name }) => name))
    const ended = names().filter((name) => !open.has(name))
    const designs = ended.map((name) => localStorage.getItem(name) ?? '')
    for (const name of ended) localStorage.removeItem(name)
    return designs.filter((id) => id !== '')
  } catch {
    // A browser without locks, or one that stores nothing, cannot tell.
    return []
  }
}

/** Writes down that this tab has a design open, until it is left. Gives how to name another design; '' is none. */
export function keepTabKnown(): (designId: string) => void {
  const name = `${prefix}${crypto.randomUUID()}`
  let design = ''
  const write = () => {
    try {
      if (design === '') localStorage.removeItem(name)
      else localStorage.setItem(name, design)
    } catch {
      // Not known, then.
    }
  }
  // The lock is held as long as the promise is open: until the tab is gone.
  void globalThis.navigator.locks?.request(name, () => new Promise(() => {}))?.catch(() => {})
  window.addEventListener('pagehide', () => {
    try {
      localStorage.removeItem(name)
    } catch {
      // It was never written.
    }
  })
  window.addEventListener('pageshow', write)
  return (designId) => {
    design = designId
    write()
  }
}

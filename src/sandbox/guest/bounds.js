// Built-in calls cannot be interrupted, so the long ones are bounded, and what many of them cost together is charged.
;(kit) => {
  const { host } = kit

  const longest = 200000
  const mostCompared = 2e8
  class MemoryError extends Error {}
  Object.defineProperty(MemoryError.prototype, 'name', { value: 'MemoryError' })

  // The engine counts calls and turns of loops; one call of a built-in may be a megabyte long.
  const chargedAtOnce = 65536
  let spent = 0
  const charge = (units) => {
    spent += units
    if (spent < chargedAtOnce) return
    const due = spent
    spent = 0
    if (host('charge', String(due)) !== '') throw new Error('interrupted')
  }
  kit.beginCharging = () => {
    spent = 0
  }
  const { parse } = JSON
  /** The input of a run, which costs what any other text does. */
  kit.parseInput = (text) => {
    charge(text.length * 8)
    return parse(text)
  }

  const wrap = (holder, name, before) => {
    const method = holder[name]
    if (typeof method !== 'function') return
    const guard = {
      [name](...given) {
        before(this, given, name)
        return Reflect.apply(method, this, given)
      },
    }
    Object.defineProperty(holder, name, { value: guard[name], writable: true, configurable: true })
  }
  const bound = (length, name) => {
    if (length > longest) throw new MemoryError(`The sandbox bounds “${name}” to arrays of ${longest} items`)
    if (length > 1000) charge(length)
  }
  const ofArray = (self, _, name) => bound(self.length, name)
  const ofText = (self, [wanted], name) => {
    const { length } = self
    // A search for a long text in a long one compares each with each.
    if (typeof wanted === 'string' && wanted.length * (length - wanted.length) > mostCompared)
      throw new MemoryError(`The sandbox bounds “${name}” to shorter texts`)
    if (length > 1000) charge(length)
  }
  const ofBytes = (self) => charge(self.length)

  const free = ['constructor', 'push', 'pop', 'at', 'keys', 'values', 'entries']
  for (const name of Object.getOwnPropertyNames(Array.prototype))
    if (!free.includes(name)) wrap(Array.prototype, name, ofArray)
  wrap(Array, 'from', (_, [source], name) => bound(source?.length, name))
  for (const name of [
    'indexOf',
    'lastIndexOf',
    'includes',
    'split',
    'replace',
    'replaceAll',
    'concat',
    'normalize',
  ])
    wrap(String.prototype, name, ofText)
  for (const name of ['toLowerCase', 'toUpperCase', 'padStart', 'padEnd', 'repeat', 'localeCompare'])
    wrap(String.prototype, name, (self, [count]) =>
      charge(self.length * (typeof count === 'number' ? count : 1)),
    )
  const typed = Object.getPrototypeOf(Uint8Array.prototype)
  for (const name of [
    'fill',
    'indexOf',
    'lastIndexOf',
    'includes',
    'set',
    'slice',
    'sort',
    'join',
    'reverse',
  ])
    wrap(typed, name, ofBytes)
  wrap(JSON, 'parse', (_, [text]) => charge(typeof text === 'string' ? text.length * 8 : 0))
}

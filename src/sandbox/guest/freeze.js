// Makes a realm fit for many runs: nothing that outlives a run can be changed from inside one.
;(api) => {
  // Assigning `name` to an error must still work although its prototype is frozen, so these become accessors that define.
  const overridable = [
    'name',
    'message',
    'toString',
    'valueOf',
    'constructor',
    'toJSON',
    'hasOwnProperty',
    'stack',
    'length',
  ]
  function tame(holder, key, descriptor) {
    const { value } = descriptor
    Object.defineProperty(holder, key, {
      get: () => value,
      set(next) {
        if (this === holder) throw new TypeError(`“${String(key)}” cannot be changed here`)
        Object.defineProperty(this, key, {
          value: next,
          writable: true,
          enumerable: true,
          configurable: true,
        })
      },
      enumerable: descriptor.enumerable,
      configurable: true,
    })
  }
  const seen = new Set()
  const open = [
    globalThis,
    api.modules,
    Object.getPrototypeOf(function* () {}),
    Object.getPrototypeOf(async () => {}),
    Object.getPrototypeOf(async function* () {}),
    Object.getPrototypeOf((async function* () {})()),
    Object.getPrototypeOf((function* () {})()),
    Object.getPrototypeOf(Iterator.from([1]).map((one) => one)),
    Object.getPrototypeOf(Iterator.from({ next() {} })),
    ...api.hidden,
    Object.getPrototypeOf(new Map().values()),
    Object.getPrototypeOf([][Symbol.iterator]()),
    Object.getPrototypeOf(''[Symbol.iterator]()),
    Object.getPrototypeOf(new Map().entries()),
    Object.getPrototypeOf(new Set().values()),
    Object.getPrototypeOf(/a/[Symbol.matchAll]('a')),
  ]
  const visit = (value) => {
    if ((typeof value === 'object' && value !== null) || typeof value === 'function') open.push(value)
  }
  while (open.length > 0) {
    const holder = open.pop()
    if (seen.has(holder)) continue
    seen.add(holder)
    visit(Object.getPrototypeOf(holder))
    const isPrototype = typeof holder !== 'function' && Object.hasOwn(holder, 'constructor')
    const isFunction = typeof holder === 'function'
    for (const key of Reflect.ownKeys(holder)) {
      // A number and a text of each of a thousand functions; what it costs to ask of them is a third of the whole.
      if (isFunction && (key === 'length' || (key === 'name' && typeof holder.name === 'string'))) continue
      const descriptor = Object.getOwnPropertyDescriptor(holder, key)
      visit(descriptor.value)
      visit(descriptor.get)
      visit(descriptor.set)
      if (isPrototype && descriptor.configurable && 'value' in descriptor && overridable.includes(key))
        tame(holder, key, descriptor)
    }
  }
  for (const holder of seen) if (!ArrayBuffer.isView(holder)) Object.freeze(holder)
}

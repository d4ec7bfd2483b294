// Time, chance and timers, all of the simulated clock: the same run gives the same answer.
;(kit) => {
  let clock = 0
  let seed = 1
  let timers = []
  let nextTimer = 1
  const RealDate = Date
  const fixedDate = function (...args) {
    if (!new.target) return new RealDate(clock).toString()
    return Reflect.construct(RealDate, args.length === 0 ? [clock] : args, new.target)
  }
  fixedDate.prototype = RealDate.prototype
  Object.defineProperty(fixedDate.prototype, 'constructor', {
    value: fixedDate,
    writable: true,
    configurable: true,
  })
  fixedDate.now = () => clock
  fixedDate.parse = RealDate.parse
  fixedDate.UTC = RealDate.UTC
  Object.defineProperty(fixedDate, 'name', { value: 'Date', configurable: true })
  Object.defineProperty(fixedDate, 'length', { value: 7, configurable: true })
  Object.defineProperty(globalThis, 'Date', { value: fixedDate, writable: true, configurable: true })
  Math.random = () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const time = {
    now: () => clock,
    begin(now, random) {
      clock = now
      seed = random
      timers = []
    },
    /** `again`: milliseconds between its runs. */
    schedule(run, delay, again) {
      const id = nextTimer++
      timers.push({ id, at: clock + Math.max(1, Math.trunc(Number(delay)) || 1), run, again })
      return id
    },
    cancel(id) {
      timers = timers.filter((one) => one.id !== id)
    },
    count: () => timers.length,
    /** Takes the next timer: its run, `late` where that is past the deadline, undefined where there is none. */
    next(deadline) {
      if (timers.length === 0) return undefined
      timers.sort((a, b) => a.at - b.at || a.id - b.id)
      const next = timers.shift()
      if (next.at > deadline) return 'late'
      clock = Math.max(clock, next.at)
      if (next.again !== undefined) timers.push(Object.assign({}, next, { at: clock + next.again }))
      return next.run
    },
  }
  Object.assign(kit, { time })
}

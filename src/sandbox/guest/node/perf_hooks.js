// Time stands still while code runs; only timers move it.
const kit = require('guest:kit')
const refuse = (name) =>
  kit.refusing('builtin', `measures no performance: the function called “perf_hooks.${name}”`, name)
class PerformanceEntry {
  constructor(name, entryType, startTime, duration, detail) {
    Object.assign(this, { name, entryType, startTime, duration, detail })
  }
  toJSON() {
    return Object.assign({}, this)
  }
}
class PerformanceMark extends PerformanceEntry {
  constructor(name, options) {
    super(name, 'mark', options?.startTime ?? performance.now(), 0, options?.detail ?? null)
  }
}
class PerformanceMeasure extends PerformanceEntry {}
class PerformanceResourceTiming extends PerformanceEntry {}
class Performance {}
class PerformanceObserver {
  static supportedEntryTypes = ['mark', 'measure']
  observe() {}
  disconnect() {}
  takeRecords() {
    return []
  }
}
class PerformanceObserverEntryList {}
let entries = []
const timeOf = (mark) => {
  if (typeof mark === 'number') return mark
  const found = entries.findLast((one) => one.name === mark)
  return found ? found.startTime : 0
}
const performance = Object.assign(Object.create(Performance.prototype), {
  timeOrigin: kit.startedAt,
  now: () => kit.time.now() - kit.startedAt,
  mark(name, options) {
    const entry = new PerformanceMark(name, options)
    entries.push(entry)
    return entry
  },
  measure(name, from, to) {
    const start = typeof from === 'string' ? timeOf(from) : 0
    const end = typeof to === 'string' ? timeOf(to) : performance.now()
    const entry = new PerformanceMeasure(name, 'measure', start, end - start, null)
    entries.push(entry)
    return entry
  },
  clearMarks() {
    entries = entries.filter(({ entryType }) => entryType !== 'mark')
  },
  clearMeasures() {
    entries = entries.filter(({ entryType }) => entryType !== 'measure')
  },
  getEntries: () => [...entries],
  getEntriesByName: (name) => entries.filter((one) => one.name === name),
  getEntriesByType: (type) => entries.filter((one) => one.entryType === type),
  eventLoopUtilization: () => ({ idle: 0, active: 0, utilization: 0 }),
  timerify: (run) => run,
  toJSON: () => ({}),
})
module.exports = {
  performance,
  Performance,
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
  PerformanceObserver,
  PerformanceObserverEntryList,
  PerformanceResourceTiming,
  constants: {},
  monitorEventLoopDelay: refuse('monitorEventLoopDelay'),
  createHistogram: refuse('createHistogram'),
}

// The call of a handler, from its start to what came of it.
;(kit) => {
  const { host, isNode, language, show, time, load, parseInput } = kit

  const shown = (error) => {
    if (typeof error === 'object' && error !== null && 'message' in error)
      return {
        name: String(error.name || 'Error'),
        message: String(error.message),
        stack: String(error.stack || ''),
      }
    return { name: 'Error', message: show(error, 0), stack: '' }
  }
  // What was thrown may throw when it is read; it is an error all the same.
  const report = (error) => {
    try {
      return shown(error)
    } catch {
      return { name: 'Error', message: 'What was thrown cannot be read: reading it throws, too', stack: '' }
    }
  }
  const defaultOf = (module) => (module && Object.hasOwn(module, 'default') ? module.default : module)

  // What came of the run that is under way. A run gets one of its own, so that what an earlier one left settles nothing.
  let current
  let deadline = 0

  const settling = (mine) => {
    const settle = (outcome) => {
      if (current === mine && !mine.outcome) mine.outcome = outcome
    }
    const fail = (error) => settle({ error: report(error) })
    const finish = (value) => {
      try {
        settle({ ok: true, value: value === undefined ? undefined : JSON.stringify(value) })
      } catch (error) {
        fail(error)
      }
    }
    return { finish, fail }
  }

  const prepare = ({ event, now, rawQuery, edgeLocation, isConnection, timeoutMs }) => {
    kit.beginCharging()
    if (isNode) kit.resetModules()
    kit.edgeLocation = edgeLocation || {}
    kit.event = event
    kit.usedOrigin = undefined
    time.begin(now, now % 2147483647)
    deadline = now + timeoutMs
    if (language === 'cloudfront-js-2.0' && event.request)
      Object.defineProperty(event.request, 'rawQueryString', { value: () => rawQuery })
    if (isConnection) kit.makeConnection(event)
  }

  const lambdaContext = (given, { finish, fail }) =>
    Object.assign(
      {
        functionVersion: '1',
        getRemainingTimeInMillis: () => Math.max(0, deadline - time.now()),
        callbackWaitsForEmptyEventLoop: true,
        done: (error, value) => (error ? fail(error) : finish(value)),
        succeed: finish,
        fail,
      },
      given,
    )

  const callLambda = (handler, event, context, mine) => {
    const { finish, fail } = mine
    const back = handler(event, lambdaContext(context, mine), (error, value) =>
      error ? fail(error) : finish(value === undefined ? null : value),
    )
    if (back && typeof back.then === 'function') back.then(finish, fail)
  }
  /** A run whose handler answered at once: nothing else has settled it. */
  const settleNow = (mine, value) => {
    mine.outcome = { ok: true, value: value === undefined ? undefined : JSON.stringify(value) }
  }
  const callFunction = (handler, event, mine) => {
    const back = handler(event)
    if (!back || typeof back.then !== 'function') {
      settleNow(mine, back)
      return
    }
    const { finish, fail } = settling(mine)
    back.then(finish, fail)
  }
  const handlerIn = (exported, name) => {
    const handler = exported?.[name]
    if (typeof handler === 'function') return handler
    throw new ReferenceError(
      isNode ? `${name} is undefined or not exported` : `The function code has no “${name}” function`,
    )
  }
  const startLambda = (factory, name, event, context, mine) => {
    const run = (exported) =>
      callLambda(
        handlerIn(exported[name] ? exported : exported.default || exported, name),
        event,
        context,
        mine,
      )
    const module = kit.makeModule()
    const dynamic = (given) => Promise.resolve().then(() => asNamespace(module.require(String(given))))
    const meta = { url: 'file:///var/task/index.mjs', filename: '/var/task/index.mjs', dirname: '/var/task' }
    if (kit.isAsyncFunction(factory)) {
      const own = {}
      factory(own, module.require, defaultOf, dynamic, meta).then(
        (found) => run(Object.assign(own, found)),
        mine.fail,
      )
      return
    }
    Reflect.apply(factory, module.exports, [
      module.exports,
      module.require,
      module,
      module.filename,
      module.path,
      module.require,
      defaultOf,
      dynamic,
      meta,
    ])
    run(module.exports)
  }
  const asNamespace = (module) => Object.assign({}, module, { default: module })

  /** After `before`, a letter for the kind of an outcome and its JSON. */
  const told = (done, before) => {
    if (done.error) return `${before}e${JSON.stringify(done.error)}`
    return done.value === undefined ? `${before}u` : `${before}v${done.value}`
  }

  /** Runs a handler, and gives what `outcome` would, after a letter for whether timers are left: “t”, or “i” for idle. */
  function begin(factory, handlerName, input) {
    const mine = { outcome: undefined }
    current = mine
    const given = parseInput(input)
    prepare(given)
    try {
      if (isNode) startLambda(factory, handlerName, given.event, given.context, settling(mine))
      else callFunction(handlerIn(factory(load, defaultOf), handlerName), given.event, mine)
    } catch (error) {
      settling(mine).fail(error)
    }
    return mine.outcome ? told(mine.outcome, time.count() === 0 ? 'i' : 't') : ''
  }

  /** Runs the next timer: “late” past the end of the run's time, empty where there is none. */
  function tick() {
    const run = time.next(deadline)
    if (run === undefined) return ''
    if (run === 'late') return 'late'
    try {
      run()
    } catch (error) {
      settling(current).fail(error)
    }
    return 'ran'
  }

  /** Empty while nothing has settled; else a letter for the kind and its JSON. */
  function outcome() {
    return current.outcome ? told(current.outcome, '') : ''
  }

  kit.makeConnection = (event) => {
    const decide = (decision) => () => {
      host('decide', decision)
    }
    const methods = { allow: decide('allow'), deny: decide('deny'), logCustomData: kit.logCustomData(false) }
    for (const name of Object.keys(methods)) Object.defineProperty(event, name, { value: methods[name] })
  }
  kit.api = {
    /** A function's runs: each takes its input as JSON. */
    runsOf: (factory, handlerName) => (input) => begin(factory, handlerName, input),
    modules: kit.modules,
    // What only an instance leads to.
    hidden: [kit.Digest, kit.Digest.prototype],
    tick,
    outcome,
    idle: () => (time.count() === 0 ? 'yes' : ''),
  }
}

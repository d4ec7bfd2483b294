// The call of a handler, from its start to what came of it.
;(kit) => {
  const { host, isNode, language, show, time, load } = kit

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

  const prepare = ({ event, context, now, random, rawQuery, edgeLocation, isConnection, timeoutMs }) => {
    kit.beginCharging()
    kit.resetModules()
    kit.edgeLocation = edgeLocation || {}
    kit.event = event
    kit.usedOrigin = undefined
    time.begin(now, random)
    deadline = now + timeoutMs
    if (language === 'cloudfront-js-2.0' && event.request)
      Object.defineProperty(event.request, 'rawQueryString', { value: () => rawQuery })
    if (isConnection) kit.makeConnection(event)
    return context
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
  const callFunction = (handler, event, { finish, fail }) => {
    const back = handler(event)
    if (back && typeof back.then === 'function') back.then(finish, fail)
    else finish(back)
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

  function begin(factory, handlerName, input) {
    const mine = { outcome: undefined }
    current = mine
    const settle = settling(mine)
    const given = JSON.parse(input)
    const context = prepare(given)
    try {
      if (isNode) startLambda(factory, handlerName, given.event, context, settle)
      else callFunction(handlerIn(factory(load, defaultOf), handlerName), given.event, settle)
    } catch (error) {
      settle.fail(error)
    }
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
    const done = current.outcome
    if (!done) return ''
    if (done.error) return `e${JSON.stringify(done.error)}`
    return done.value === undefined ? 'u' : `v${done.value}`
  }

  kit.makeConnection = (event) => {
    const decide = (decision) => () => {
      host('decide', decision)
    }
    const methods = { allow: decide('allow'), deny: decide('deny'), logCustomData: kit.logCustomData(false) }
    for (const name of Object.keys(methods)) Object.defineProperty(event, name, { value: methods[name] })
  }
  kit.api = {
    begin,
    modules: kit.modules,
    // What only an instance leads to.
    hidden: [kit.Digest, kit.Digest.prototype],
    tick,
    outcome,
    idle: () => (time.count() === 0 ? 'yes' : ''),
  }
}

// What require and import give, by runtime.
;(kit) => {
  const {
    language,
    isNode,
    Buffer,
    crypto,
    subtle,
    webcrypto,
    querystring,
    cloudfront,
    path,
    url,
    util,
    zlib,
  } = kit

  const cff =
    language === 'cloudfront-js-1.0'
      ? { crypto, querystring }
      : {
          crypto: Object.assign({ webcrypto, subtle }, crypto),
          querystring,
          buffer: { Buffer },
          cloudfront: { default: cloudfront },
        }
  const node = {
    crypto: Object.assign({ webcrypto, subtle }, crypto),
    querystring,
    buffer: { Buffer },
    url,
    util,
    zlib,
    path,
    events: kit.events,
    string_decoder: kit.stringDecoder,
    assert: kit.assert,
  }
  const modules = isNode ? node : cff
  class ModuleError extends Error {}
  ModuleError.prototype.name = 'Error'
  const load = (given) => {
    const name = String(given).replace(/^node:/, '')
    if (Object.hasOwn(modules, name)) return modules[name]
    if (isNode && (name === 'aws-sdk' || name.startsWith('@aws-sdk/') || name.startsWith('@smithy/')))
      return sdk(name)
    if (
      isNode &&
      [
        'http',
        'https',
        'net',
        'tls',
        'dns',
        'fs',
        'http2',
        'child_process',
        'dgram',
        'fs/promises',
        'os',
        'worker_threads',
      ].includes(name)
    )
      return absent(name)
    throw new ModuleError(`Cannot find module '${given}'`)
  }
  // They can be named, as much code does at its top; what they would do fails when it is called.
  const absent = (name) => {
    const refuse = () => {
      throw new ModuleError(
        `The module “${name}” is not available here: the sandbox has no network, files or processes`,
      )
    }
    const words = name.startsWith('http')
      ? { STATUS_CODES: kit.statusCodes }
      : name === 'os'
        ? { EOL: '\n' }
        : {}
    return new Proxy(words, {
      get: (target, key) =>
        Object.hasOwn(target, key)
          ? target[key]
          : key === 'then' || typeof key === 'symbol'
            ? undefined
            : refuse,
    })
  }
  const sdk = (name) => {
    const refuse = () => {
      throw new ModuleError(
        `The AWS SDK (“${name}”) is not available here: the sandbox has no network and no credentials`,
      )
    }
    const stub = new Proxy(class {}, {
      get: (target, key) =>
        key === 'then' || typeof key === 'symbol' ? undefined : key === 'prototype' ? target.prototype : stub,
      construct: () =>
        new Proxy({}, { get: (_, key) => (key === 'then' || typeof key === 'symbol' ? undefined : refuse) }),
      apply: refuse,
    })
    return stub
  }
  Object.assign(kit, { modules, load })
}

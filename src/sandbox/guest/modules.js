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
    events: undefined,
  }
  delete node.events
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
      throw new ModuleError(
        `The module “${name}” is not available here: the sandbox has no network, files or processes`,
      )
    throw new ModuleError(`Cannot find module '${given}'`)
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
  Object.assign(kit, { node, load })
}

// The “cloudfront” module of runtime 2.0.
;(kit) => {
  const { host, utf8, utf8Decode, Buffer } = kit

  const kvs = (id) => {
    const stores = JSON.parse(host('kvs', id === undefined ? '' : String(id)))
    if (stores === null)
      throw new Error(
        id === undefined
          ? 'No key value store is associated with this function'
          : `KeyValueStore “${id}” is not associated with this function`,
      )
    const has = (key) => Object.hasOwn(stores, key)
    const bytes = Object.entries(stores).reduce(
      (sum, [key, value]) => sum + utf8(key).length + utf8(value).length,
      0,
    )
    return {
      async get(key, options) {
        if (!has(key)) throw new Error('KeyNotFound')
        const format = options?.format || 'string'
        if (format === 'string') return stores[key]
        if (format === 'json') return JSON.parse(stores[key])
        if (format === 'bytes') return Buffer.from(stores[key])
        throw new TypeError(`“format” must be “string”, “json” or “bytes”, not “${format}”`)
      },
      async exists(key) {
        return has(key)
      },
      async count() {
        return Object.keys(stores).length
      },
      async meta() {
        return {
          creationDateTime: new Date(Date.now()).toISOString(),
          lastUpdatedDateTime: new Date(Date.now()).toISOString(),
          keyCount: Object.keys(stores).length,
          etag: 'KV1',
          bytes,
        }
      },
    }
  }
  const originCall = (method) => (argument) => {
    const failure = host('origin', method, JSON.stringify(argument === undefined ? null : argument))
    if (failure) throw new TypeError(failure)
  }

  /** The last value counts; the field of the log has 800 bytes, after URL encoding where the log is of requests. */
  const mostLogged = 800
  const cut = (raw) => {
    let end = mostLogged
    while (end > 0 && (raw.charCodeAt(end) & 192) === 128) end--
    return utf8Decode(raw.slice(0, end))
  }
  const logCustomData = (isEncoded) => (text) => {
    if (typeof text !== 'string') throw new TypeError('logCustomData takes one string')
    const logged = isEncoded ? encodeURIComponent(utf8Decode(utf8(text))) : text
    host('customData', isEncoded ? logged.slice(0, mostLogged) : cut(utf8(logged)))
  }
  kit.logCustomData = logCustomData

  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/mtls-helper-methods.html
  const certificateCall = (method) => (argument) => {
    if (!kit.event.request || kit.event.response) throw new TypeError(`${method} is for viewer requests`)
    const failure = host('origin', `mtls.${method}`, JSON.stringify(argument === undefined ? null : argument))
    if (failure) throw new TypeError(failure)
  }
  const mtls = {
    renameClientCertHeaders: certificateCall('renameClientCertHeaders'),
    renamePemHeaders: certificateCall('renamePemHeaders'),
    combinePemHeaders: certificateCall('combinePemHeaders'),
  }
  const cloudfront = {
    kvs,
    updateRequestOrigin: originCall('updateRequestOrigin'),
    selectRequestOriginById(id, options) {
      originCall('selectRequestOriginById')(
        options === undefined ? { originId: id } : Object.assign({}, options, { originId: id }),
      )
    },
    createRequestOriginGroup: originCall('createRequestOriginGroup'),
    logCustomData: logCustomData(true),
    mtls,
    cwt: kit.cwt,
    get edgeLocation() {
      return kit.edgeLocation
    },
    get distributionTenant() {
      throw new TypeError('distributionTenant module is not available')
    },
  }
  Object.assign(kit, { cloudfront })
}

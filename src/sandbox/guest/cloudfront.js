// The “cloudfront” module of runtime 2.0.
;(kit) => {
  const { host, utf8, Buffer } = kit

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
  const cloudfront = {
    kvs,
    updateRequestOrigin: originCall('updateRequestOrigin'),
    selectRequestOriginById(id, options) {
      originCall('selectRequestOriginById')(
        options === undefined ? { originId: id } : Object.assign({}, options, { originId: id }),
      )
    },
    createRequestOriginGroup: originCall('createRequestOriginGroup'),
    get edgeLocation() {
      return kit.edgeLocation
    },
    get distributionTenant() {
      throw new TypeError('distributionTenant module is not available')
    },
    get cwt() {
      throw new TypeError('The sandbox has no “cwt” module')
    },
  }
  Object.assign(kit, { cloudfront })
}

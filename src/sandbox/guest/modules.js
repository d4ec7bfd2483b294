// What require and import give in CloudFront Functions.
;(kit) => {
  const { language, Buffer, crypto, subtle, webcrypto, querystring, cloudfront } = kit
  const modules =
    language === 'cloudfront-js-1.0'
      ? { crypto, querystring }
      : {
          crypto: Object.assign({ webcrypto, subtle }, crypto),
          querystring,
          buffer: { Buffer },
          cloudfront: Object.create(cloudfront, { default: { value: cloudfront } }),
        }
  const load = (given) => {
    if (Object.hasOwn(modules, given)) return modules[given]
    throw new Error(`Cannot find module '${given}'`)
  }
  Object.assign(kit, { modules, load })
}

// The SDK that Lambda brings along: clients can be made, and what they would ask of AWS is ours to refuse.
const kit = require('guest:kit')
const isOpaque = (key) => key === 'then' || typeof key === 'symbol'
const stubOf = (name) => {
  const refuse = () =>
    kit.cannot('sdk', `has no network and no credentials: the function called the AWS SDK (“${name}”)`)
  const members = new Map()
  const member = (key) => {
    if (!members.has(key)) members.set(key, stubOf(`${name}.${String(key)}`))
    return members.get(key)
  }
  const instance = (own) =>
    new Proxy(own, {
      get: (target, key) => {
        if (Object.hasOwn(target, key)) return target[key]
        if (isOpaque(key)) return undefined
        return key === 'middlewareStack'
          ? { add() {}, use() {}, clone: () => ({}) }
          : () => stubOf(`${name}.${String(key)}`)()
      },
    })
  function target() {}
  return new Proxy(target, {
    get: (_, key) => (isOpaque(key) ? undefined : key === 'prototype' ? target.prototype : member(key)),
    construct: (_, [input]) => instance({ input }),
    apply: refuse,
  })
}
module.exports = { named: stubOf }

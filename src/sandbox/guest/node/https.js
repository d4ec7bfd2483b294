// https without a network; see http.
const http = require('http')
class Agent extends http.Agent {
  constructor(options) {
    super(options)
    this.defaultPort = 443
    this.protocol = 'https:'
    this.maxCachedSessions = this.options.maxCachedSessions ?? 100
  }
}
module.exports = {
  Agent,
  Server: http.Server,
  createServer: http.createServer,
  request: http.requestFor('https:'),
  get: http.requestFor('https:'),
  globalAgent: new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 }),
}

// Node's url: the older calls are Node's own text (unenv), the classes ours.
const older = require('guest:url-older')
const { URL, URLSearchParams } = require('guest:url')
module.exports = Object.assign({}, older, { URL, URLSearchParams })

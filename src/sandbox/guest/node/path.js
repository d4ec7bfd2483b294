// Paths as POSIX has them; those of Windows are refused.
const kit = require('guest:kit')
const text = (value, name) => {
  if (typeof value === 'string') return value
  throw Object.assign(new TypeError(`The "${name}" argument must be of type string.`), {
    code: 'ERR_INVALID_ARG_TYPE',
  })
}
const parts = (path, isAbsolute) => {
  const up = []
  for (const part of path.split('/')) {
    if (part === '..') {
      if (up.length && up[up.length - 1] !== '..') up.pop()
      else if (!isAbsolute) up.push('..')
    } else if (part !== '' && part !== '.') up.push(part)
  }
  return up
}
const path = {
  sep: '/',
  delimiter: ':',
  normalize(given) {
    const isAbsolute = text(given, 'path').startsWith('/')
    if (given === '') return '.'
    const plain = parts(given, isAbsolute).join('/')
    const end = given.endsWith('/') ? '/' : ''
    if (plain === '') return isAbsolute ? '/' : end ? './' : '.'
    return (isAbsolute ? '/' : '') + plain + end
  },
  join: (...given) => {
    const joined = given
      .map((one) => text(one, 'path'))
      .filter((one) => one !== '')
      .join('/')
    return joined === '' ? '.' : path.normalize(joined)
  },
  resolve: (...given) => {
    let out = '/var/task'
    for (const one of given) if (text(one, 'path') !== '') out = one.startsWith('/') ? one : `${out}/${one}`
    return `/${parts(out, true).join('/')}`
  },
  relative: (from, to) => {
    const [a, b] = [path.resolve(from), path.resolve(to)].map((one) => one.split('/').filter(Boolean))
    let same = 0
    while (same < a.length && same < b.length && a[same] === b[same]) same++
    return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/')
  },
  basename: (given, suffix) => {
    const base = text(given, 'path').replace(/\/+$/, '').split('/').pop()
    return suffix && base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base
  },
  dirname: (given) => {
    const plain = text(given, 'path').replace(/([^/])\/+$/, '$1')
    const cut = plain.lastIndexOf('/')
    if (cut < 0) return '.'
    return cut === 0 ? '/' : plain.slice(0, cut).replace(/(?<=[^/])\/+$/, '')
  },
  extname: (given) => {
    const base = path.basename(given)
    const dot = base.lastIndexOf('.')
    return dot <= 0 || base === '..' ? '' : base.slice(dot)
  },
  parse: (given) => {
    const base = path.basename(given)
    const ext = path.extname(given)
    const root = given.startsWith('/') ? '/' : ''
    const dir = /\//.test(given.replace(/\/+$/, '')) ? path.dirname(given) : root
    return { root, dir, base, ext, name: ext ? base.slice(0, -ext.length) : base }
  },
  format: ({ root = '', dir, base, name = '', ext = '' }) => {
    const file = base || name + (ext && !ext.startsWith('.') ? `.${ext}` : ext)
    if (!dir) return root + file
    return dir === root ? dir + file : `${dir}/${file}`
  },
  isAbsolute: (given) => text(given, 'path').startsWith('/'),
  toNamespacedPath: (given) => given,
  _makeLong: (given) => given,
  matchesGlob: () => kit.cannot('builtin', 'matches no globs: the function called “path.matchesGlob”'),
}
const windows = {}
for (const name of Object.keys(path))
  windows[name] =
    typeof path[name] === 'function'
      ? () => kit.cannot('builtin', `knows no paths of Windows: the function called “path.win32.${name}”`)
      : path[name]
Object.assign(windows, { sep: '\\', delimiter: ';', win32: windows, posix: path })
module.exports = Object.assign(path, { posix: path, win32: windows })

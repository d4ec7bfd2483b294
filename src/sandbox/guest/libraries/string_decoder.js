export { default } from 'string_decoder/lib/string_decoder.js'

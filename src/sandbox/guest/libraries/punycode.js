export { default } from 'unenv/node/punycode'

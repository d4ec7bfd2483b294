export { default } from 'unenv/node/assert'

import { useDocument } from '#state/design.ts'
import { select } from '#state/session.ts'
import { exampleValues, sampleOrigins } from '#things/samples.ts'
import { Button } from '#ui/Button.tsx'
import styles from './deploy.module.css'

/** Origins that a plan would lead viewers to though nobody has written where they are. */
export function Samples() {
  const samples = sampleOrigins(useDocument())
  if (samples.length === 0) return null
  return (
    <p className={`${styles['failure']} ${styles['bar']}`}>
      {samples.length === 1 ? 'The domain name of one origin is' : 'The domain names of some origins are'} not
      set yet; requests to it would fail:
      {samples.map(({ path, name }) => (
        <Button key={path.join('/')} onPress={() => select(path, [...path, 'DomainName'])}>
          {name}
        </Button>
      ))}
    </p>
  )
}

/** What is right in an example and nobody's: to be replaced before people are led there. */
export function ExampleValues() {
  const values = exampleValues(useDocument())
  if (values.length === 0) return null
  return (
    <p className={styles['waits']}>
      <span className={styles['bar']}>
        {values.length === 1 ? 'One value is an example’s' : `${values.length} values are an example’s`} and
        not yours yet:
        {values.map(({ thing, path, name }) => (
          <Button key={path.join('/')} onPress={() => select(thing, path)}>
            {name}
          </Button>
        ))}
      </span>
    </p>
  )
}

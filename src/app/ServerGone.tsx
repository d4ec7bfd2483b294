import { Unplug } from 'lucide-react'
import { Button } from '#ui/Button.tsx'
import styles from './app.module.css'
import { askServer, useServer } from './offline.ts'

/** The local server has gone: what still works, and what to do. */
export function ServerGone() {
  const isGone = useServer((server) => server.isGone)
  return (
    <div role="status">
      {isGone && (
        <p className={styles['gone']}>
          <Unplug size={15} aria-hidden />
          <span>
            The local server has stopped. Drawing, checking and tracing go on, and your work is saved in this
            browser; planning, applying and importing need the server: start it again with{' '}
            <code>frontage serve</code> and open the address it prints.
          </span>
          <Button onPress={() => void askServer()}>Ask again</Button>
        </p>
      )}
    </div>
  )
}

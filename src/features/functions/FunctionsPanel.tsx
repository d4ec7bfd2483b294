import { AlignLeft, Plus } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { functionExamples } from '#core/edge/examples/index.ts'
import { type DesignFunction, functionsIn } from '#core/trace/compile/functions-in.ts'
import { commit, currentDocument, useDocument } from '#state/design.ts'
import { haveArrived, openFunction, useFunctions } from '#state/functions.ts'
import { announce, select, useSession } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import type { Editor } from '#ui/code-editor/editor.ts'
import { SelectInput } from '#ui/fields.tsx'
import { still } from '#ui/still.ts'
import { FunctionEditor } from './FunctionEditor.tsx'
import styles from './functions.module.css'
import { newFunction, putExample } from './new-function.ts'
import { RunPanel } from './RunPanel.tsx'
import { SizeMeter } from './SizeMeter.tsx'
import { useTrial } from './use-trial.ts'

const usesText = ({ uses }: DesignFunction): string =>
  uses.length === 0
    ? 'No behavior uses it yet.'
    : uses
        .map(
          ({ event, pattern, distribution }) =>
            `${event} of ${pattern === '*' ? 'Default (*)' : pattern} (${distribution})`,
        )
        .join(', ')

const fits = ({ fn }: DesignFunction) =>
  functionExamples.filter(({ runtime }) => (fn.type === 'lambda@edge') === runtime.startsWith('nodejs'))

/** The examples for this kind of function; choosing one puts its code in place, which undo takes back. */
function Examples({ shown }: { readonly shown: DesignFunction }) {
  const choices = fits(shown).map(({ id, title, event }) => ({ value: id, label: `${title} (${event})` }))
  return (
    <SelectInput
      label="Start from an example"
      value=""
      onChange={(id) => {
        const example = functionExamples.find((one) => one.id === id)
        if (!example || !shown.codePath) return
        commit(putExample(shown.codePath, example))
        announce(`${example.summary} Undo brings your code back.`)
      }}
      choices={[{ value: '', label: 'Start from an example…' }, ...choices]}
    />
  )
}

function OpenFunction({ shown, head }: { readonly shown: DesignFunction; readonly head: ReactNode }) {
  const trial = useTrial(shown)
  const [editor, setEditor] = useState<Editor>()
  const isLedTo = useFunctions(({ led }) => led === shown.id)
  useEffect(() => {
    if (!editor || !isLedTo) return
    editor.focus()
    haveArrived()
  }, [editor, isLedTo])
  // What another code came to says nothing of where this one fails.
  const isAsRun = trial.ran?.code === shown.code
  const obstacle = shown.codePath === undefined ? 'Its code is not text of this design.' : shown.fn.obstacle
  return (
    <>
      <div className={styles['bar']}>
        {head}
        <span className={styles['about']} title={usesText(shown)}>
          {shown.runtime} · {usesText(shown)}
          {obstacle && ` · Not run here: ${obstacle}.`}
        </span>
        {shown.fn.type === 'cloudfront-function' && <SizeMeter code={shown.code} />}
        {shown.codePath && <Examples shown={shown} />}
        <Button
          label="Format the code"
          icon={<AlignLeft size={14} aria-hidden />}
          onPress={() => editor?.run('editor.action.formatDocument')}
        />
      </div>
      <Group orientation="horizontal" className={styles['split']} style={still}>
        <Panel minSize="30%">
          <FunctionEditor
            shown={shown}
            test={isAsRun ? trial.ran?.test : undefined}
            onRun={trial.run}
            onReady={setEditor}
          />
        </Panel>
        <Separator className={styles['handle']} aria-label="Width of the code" />
        <Panel defaultSize="30%" minSize="240px">
          <RunPanel shown={shown} trial={trial} onGoTo={(line, column) => editor?.goTo(line, column)} />
        </Panel>
      </Group>
    </>
  )
}

/** The edge functions of the design: their code, their runs and their tests. */
export function FunctionsPanel() {
  const document = useDocument()
  const stores = useFunctions((state) => state.stores)
  const open = useFunctions((state) => state.open)
  const selected = useSession((session) => session.selection?.[1])
  const all = functionsIn(document, { keyValueStores: stores })
  const shown = all.find(({ id }) => id === selected) ?? all.find(({ id }) => id === open) ?? all[0]
  const add = () => {
    const { id, edit } = newFunction(currentDocument())
    commit(edit)
    openFunction(id)
    select(['resources', id, 'config'])
    announce(`“${id}” was added. Associate it with a behavior to run it there.`)
  }
  const head = (
    <>
      {shown && (
        <SelectInput
          label="Function"
          value={shown.id}
          onChange={(id) => {
            openFunction(id)
            select(['resources', id, 'config'])
          }}
          choices={all.map(({ id, fn }) => ({
            value: id,
            label: id,
            group: fn.type === 'lambda@edge' ? 'Lambda@Edge' : 'CloudFront Functions',
          }))}
        />
      )}
      <Button icon={<Plus size={14} aria-hidden />} label="New CloudFront function" onPress={add}>
        {shown ? undefined : 'New CloudFront function'}
      </Button>
    </>
  )
  return (
    <div className={styles['panel']}>
      {shown ? (
        <OpenFunction key={shown.id} shown={shown} head={head} />
      ) : (
        <div className={styles['bar']}>
          {head}
          <span className={styles['about']}>This design has no edge function with code.</span>
        </div>
      )}
    </div>
  )
}

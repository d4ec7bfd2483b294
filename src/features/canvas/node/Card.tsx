import { Cut } from '#ui/Cut.tsx'
import { Glyph } from '#ui/Glyph.tsx'
import { counted, kinds, type NodeData, roomForName } from './data.ts'
import { LiveFigures } from './LiveFigures.tsx'
import { Fold, Marks, Outcome } from './Marks.tsx'
import styles from './node.module.css'

/** The head of a distribution's frame: its name and settings. */
export function Head({ data }: { readonly data: NodeData }) {
  const { node, summary, told, isLit, offer } = data
  const { folded } = node
  const badges = folded
    ? [counted(folded.behaviors, 'behavior'), counted(folded.origins, 'origin')]
    : summary.badges
  return (
    <>
      <span className={styles['title']}>
        <Glyph className={styles['icon']} name={summary.picture ?? kinds[node.kind].glyph} />
        <Cut text={summary.title} className={styles['name']} room={roomForName} />
        <Outcome told={told} isLit={isLit} />
        <Marks data={data} />
        <Fold node={node} />
      </span>
      <span className={styles['line']}>
        <Cut
          text={typeof offer === 'object' ? offer.refusal : summary.subtitle}
          className={styles['subtitle']}
        />
        <LiveFigures owner={node.owner} />
        {badges.map((badge) => (
          <span className={styles['badge']} key={badge}>
            {badge}
          </span>
        ))}
      </span>
    </>
  )
}

/** An origin, a group, or the viewers. */
export function Card({ data }: { readonly data: NodeData }) {
  const { node, summary, told, isLit, offer } = data
  const refusal = typeof offer === 'object' ? offer.refusal : undefined
  return (
    <>
      <span className={styles['title']}>
        <Glyph className={styles['icon']} name={summary.picture ?? kinds[node.kind].glyph} />
        <Cut text={summary.title} className={styles['name']} room={roomForName} />
        <Outcome told={told} isLit={isLit} />
        <Marks data={data} />
      </span>
      {node.kind !== 'viewer' && (
        <>
          {refusal === undefined ? (
            <Cut text={summary.subtitle} className={styles['subtitle']} />
          ) : (
            <span className={styles['subtitle']}>{refusal}</span>
          )}
          {refusal === undefined && (
            <span className={styles['badges']} title={summary.badges.join(' · ')}>
              {summary.badges.join(' · ')}
            </span>
          )}
        </>
      )}
    </>
  )
}

import { Fragment } from 'react'
import { Link } from 'react-router-dom'
import type { components } from '../api/schema.gen.ts'
import { usePlatform } from '../zalo/platform.ts'
import './rich-text.css'
import './wide-table.css'

type Block = components['schemas']['Block']
/** The contract names inline nodes without their shape, because they hold one another. */
type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'em'; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'break' }

/** A text as the nodes the service allows; nothing in it can be anything but words. */
export function RichText({ blocks }: { blocks: Block[] }) {
  return (
    <div className="rich">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
        <BlockPart key={at} block={block} />
      ))}
    </div>
  )
}

function BlockPart({ block }: { block: Block }) {
  switch (block.type) {
    case 'heading':
      return block.level === 2 ? <h2>{inline(block.children)}</h2> : <h3>{inline(block.children)}</h3>
    case 'note':
      return <p className="note">{inline(block.children)}</p>
    case 'list': {
      const items = block.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
        <li key={at}>{inline(item)}</li>
      ))
      return block.ordered ? <ol className="bullets">{items}</ol> : <ul className="bullets">{items}</ul>
    }
    case 'table':
      return <TablePart block={block} />
    case 'image':
      return <ImagePart block={block} />
    case 'paragraph':
      return <p>{inline(block.children)}</p>
    // A phone may run an older app than the service.
    default:
      return null
  }
}

function ImagePart({ block }: { block: Extract<Block, { type: 'image' }> }) {
  const { apiBase } = usePlatform()
  return <img loading="lazy" decoding="async" src={`${apiBase}${block.src}`} alt={block.alt} />
}

function TablePart({ block }: { block: Extract<Block, { type: 'table' }> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and must do so by keyboard too
    <section className="wide-table" aria-label="Bảng" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {block.head.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
              <th key={at} scope="col">
                {inline(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
            <tr key={at}>
              {row.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
                <td key={place}>{inline(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function inline(nodes: components['schemas']['Inline'][]) {
  // The service validates each node before it publishes it (server/content/markdown.ts).
  return <InlineParts nodes={nodes as unknown as Inline[]} />
}

function InlineParts({ nodes }: { nodes: Inline[] }) {
  return nodes.map((node, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
    <Fragment key={at}>
      <InlinePart node={node} />
    </Fragment>
  ))
}

function InlinePart({ node }: { node: Inline }) {
  switch (node.type) {
    case 'text':
      return node.text
    case 'break':
      return <br />
    case 'strong':
      return (
        <strong>
          <InlineParts nodes={node.children} />
        </strong>
      )
    case 'em':
      return (
        <em>
          <InlineParts nodes={node.children} />
        </em>
      )
    case 'link':
      return <LinkPart node={node} />
  }
}

function LinkPart({ node }: { node: Extract<Inline, { type: 'link' }> }) {
  const { kind } = usePlatform()
  const words = <InlineParts nodes={node.children} />
  if (node.href.startsWith('/')) return <Link to={node.href}>{words}</Link>
  if (kind === 'zalo') return words
  return (
    <a href={node.href} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  )
}

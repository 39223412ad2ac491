import { Select } from 'antd'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { Empty, Ready } from '../../ui/states.tsx'
import type { EditionSummary, Entry } from './entry.ts'
import { fieldName } from './field-names.ts'
import { StateTag } from './state-tag.tsx'
import { STATE_NAMES } from './words.ts'

/** Every edition, and what differs between any two. */
export function History({ entry: { editions } }: { entry: Entry }) {
  const [newest, before] = editions
  const [chosen, choose] = useState({ from: before?.id, to: newest?.id })
  const options = editions.map((edition) => ({ value: edition.id, label: nameOf(edition) }))
  return (
    <>
      <ol className="editions">
        {editions.map((edition) => (
          <li key={edition.id}>
            <strong>Bản {edition.number}</strong> <StateTag state={edition.state} />{' '}
            <span className="caption">
              {edition.publishedAt === null
                ? `sửa lúc ${formatMoment(edition.updatedAt)}`
                : `công bố lúc ${formatMoment(edition.publishedAt)}`}
            </span>
            {edition.changeNote && (
              <p className="said">
                {edition.changeKind === 'major' ? 'Thay đổi lớn: ' : 'Thay đổi nhỏ: '}
                {edition.changeNote}
              </p>
            )}
          </li>
        ))}
      </ol>
      {editions.length > 1 && chosen.from && chosen.to && (
        <section aria-labelledby="so-sanh">
          <h2 id="so-sanh">So sánh hai bản</h2>
          <div className="filters">
            <Select
              aria-label="Bản trước"
              value={chosen.from}
              options={options}
              onChange={(from) => choose({ ...chosen, from })}
            />
            <Select
              aria-label="Bản sau"
              value={chosen.to}
              options={options}
              onChange={(to) => choose({ ...chosen, to })}
            />
          </div>
          <Diff from={chosen.from} to={chosen.to} />
        </section>
      )}
    </>
  )
}

export function Diff({ from, to }: { from: string; to: string }) {
  const diff = api.useQuery('get', '/admin/api/editions/{id}/diff', {
    params: { path: { id: to }, query: { against: from } },
  })
  return (
    <Ready asked={diff}>
      {({ fields }) =>
        fields.length === 0 ? (
          <Empty>Hai bản giống nhau.</Empty>
        ) : (
          <dl className="diff">
            {fields.map(({ field, parts }) => (
              <div key={field}>
                <dt>{fieldName(field)}</dt>
                <dd>
                  {parts.map((part, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one comparison never move
                    <Part key={at} {...part} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        )
      }
    </Ready>
  )
}

function Part({ kind, text }: { kind: 'same' | 'added' | 'removed'; text: string }) {
  if (kind === 'added') return <ins>{text}</ins>
  if (kind === 'removed') return <del>{text}</del>
  return <span>{text}</span>
}

function nameOf({ number, state }: EditionSummary) {
  return `Bản ${number} · ${STATE_NAMES[state]}`
}

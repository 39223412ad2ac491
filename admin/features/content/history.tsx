import { Select } from 'antd'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { Ready } from '../../ui/states.tsx'
import { DiffList } from './diff-list.tsx'
import type { EditionSummary, Entry } from './entry.ts'
import { StartDraft } from './start-draft.tsx'
import { StateTag } from './state-tag.tsx'
import { Steps } from './steps.tsx'
import { useEdition } from './use-edition.ts'
import { useRefreshContent } from './use-refresh-content.ts'
import { STATE_NAMES } from './words.ts'

/** Every edition, and what differs between any two. */
export function History({ entry }: { entry: Entry }) {
  const { editions, openEditionId, liveEditionId } = entry
  const mayStart = entry.mayWrite && openEditionId === null
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
            {openEditionId !== null && edition.id === liveEditionId && (
              <LiveSteps entry={entry} editionId={edition.id} />
            )}
            {mayStart && <StartDraft entry={entry} from={edition.id} label={`Soạn bản mới từ bản ${edition.number}`} />}
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

/** What may be done with what people read, while the next edition is being written. */
function LiveSteps({ entry, editionId }: { entry: Entry; editionId: string }) {
  const { data } = useEdition(editionId)
  const refresh = useRefreshContent()
  return data ? <Steps entry={entry} edition={data} onTaken={refresh} /> : null
}

function Diff({ from, to }: { from: string; to: string }) {
  const diff = api.useQuery('get', '/admin/api/editions/{id}/diff', {
    params: { path: { id: to }, query: { against: from } },
  })
  return <Ready asked={diff}>{({ fields }) => <DiffList fields={fields} />}</Ready>
}

function nameOf({ number, state }: EditionSummary) {
  return `Bản ${number} · ${STATE_NAMES[state]}`
}

import { useParams, useSearchParams } from 'react-router-dom'
import type { components } from '../../api/schema.gen.ts'
import { ChoiceGroup } from '../../ui/choice-group.tsx'
import { formatMoment } from '../../ui/dates.ts'
import { Fold } from '../../ui/fold.tsx'

type Head = components['schemas']['ResultHead']

/** Which result this is, and all that is needed to hold it against another. */
export function ResultHead({ head, onBlock }: { head: Head; onBlock: (block: string) => void }) {
  const { contestName, roundName, state, number, madeAt, reason, block, blocks, notices, complaintsUntil } = head
  return (
    <>
      <p>
        <strong>{contestName}</strong>
        <br />
        {roundName ?? 'Cả hội thi'} ·{' '}
        <span className={`tag ${state === 'official' ? 'good' : 'warn'}`}>
          {state === 'official' ? 'Chính thức' : 'Kết quả tạm'}
        </span>
      </p>
      {reason !== null && <p className="note warn">Kết quả được tính lại: {reason}</p>}
      {complaintsUntil !== null && state === 'provisional' && (
        <p className="note">Nhận khiếu nại đến {formatMoment(complaintsUntil)}.</p>
      )}
      {notices.map(({ text, at }) => (
        <p key={at + text} className="note warn">
          {text}
        </p>
      ))}
      {blocks.length > 1 && (
        <ChoiceGroup
          legend="Khối"
          name="khoi"
          value={block.id}
          options={blocks.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onBlock}
        />
      )}
      <Fold title="Kiểm tra bảng này">
        <div className="stack caption">
          <p>
            Bản số {number}, lập lúc {formatMoment(madeAt)}.
          </p>
          <p>Dấu SHA-256: {head.fingerprint}</p>
          {head.signature !== null && head.signedAt !== null && (
            <p>
              Chữ ký: {head.signature}, lúc {formatMoment(head.signedAt)}
            </p>
          )}
          <p>Số quyết định rút thăm: {head.drawSeed ?? 'công bố khi có kết quả chính thức'}</p>
        </div>
      </Fold>
    </>
  )
}

/** The contest and the round an address speaks of; no round stands for the whole contest. */
export function useRoundOfAddress() {
  const { slug = '' } = useParams()
  const [search] = useSearchParams()
  const asked = Number(search.get('vong'))
  const round = Number.isInteger(asked) && asked > 0 ? asked : undefined
  return { slug, round, query: round === undefined ? {} : { round }, tail: round === undefined ? '' : `?vong=${round}` }
}

import { Link } from 'react-router-dom'
import { formatMoment } from '../../ui/dates.ts'
import { CaseClock } from './case-clock.tsx'
import { CaseSteps } from './case-steps.tsx'
import { DueMark, ReportStateTag } from './report-marks.tsx'
import { type Case, RETURN_NAMES } from './words.ts'

/** Where it stands, by when, who has it, and what can be done next. */
export function CaseState({ report }: { report: Case }) {
  const { state, dueAt, isOverdue, isDueApproximate, reopenUntil, returnReason } = report
  return (
    <>
      <section className="card stack" aria-labelledby="state">
        <h2 id="state">Tình trạng</h2>
        <dl className="pairs">
          <div>
            <dt>Trạng thái</dt>
            <dd>
              <ReportStateTag state={state} />
            </dd>
          </div>
          {dueAt !== null && (
            <div>
              <dt>Hạn trả lời</dt>
              <dd>
                <DueMark dueAt={dueAt} isOverdue={isOverdue} />
                {isDueApproximate && <span className="caption"> (tạm tính, lịch nghỉ năm đó chưa công bố)</span>}
              </dd>
            </div>
          )}
          <div>
            <dt>Đơn vị giữ</dt>
            <dd>{report.unitName}</dd>
          </div>
          <div>
            <dt>Người xử lý</dt>
            <dd>{report.assigneeName ?? 'chưa giao ai'}</dd>
          </div>
          {returnReason !== null && (
            <div>
              <dt>Lý do trả lại</dt>
              <dd>{RETURN_NAMES[returnReason]}</dd>
            </div>
          )}
          {reopenUntil !== null && (
            <div>
              <dt>Hỏi lại được đến</dt>
              <dd>{formatMoment(reopenUntil)}</dd>
            </div>
          )}
          <Kin report={report} />
        </dl>
        <CaseSteps report={report} />
      </section>
      <CaseClock report={report} />
    </>
  )
}

/** Reports it was made one with, or came out of. */
function Kin({ report: { mergedIntoCode, splitFromCode, mergedCodes } }: { report: Case }) {
  const kin = [
    { name: 'Đã gộp vào', codes: mergedIntoCode === null ? [] : [mergedIntoCode] },
    { name: 'Tách từ', codes: splitFromCode === null ? [] : [splitFromCode] },
    { name: 'Gộp vào đây', codes: mergedCodes },
  ]
  return (
    <>
      {kin
        .filter(({ codes }) => codes.length > 0)
        .map(({ name, codes }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {codes.map((code) => (
                <Link key={code} to={`/phan-anh?code=${code}`} className="roomy code">
                  {code}
                </Link>
              ))}
            </dd>
          </div>
        ))}
    </>
  )
}

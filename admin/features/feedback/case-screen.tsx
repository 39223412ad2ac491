import { useParams } from 'react-router-dom'
import { api } from '../../api/client.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Ready } from '../../ui/states.tsx'
import { CaseAnswer } from './case-answer.tsx'
import { CaseContact } from './case-contact.tsx'
import { CaseContent } from './case-content.tsx'
import { CaseFiles } from './case-files.tsx'
import { CaseHistory } from './case-history.tsx'
import { CaseState } from './case-state.tsx'
import { PublicCard } from './public-card.tsx'
import { type Case, KIND_NAMES } from './words.ts'
import './case.css'
import './feedback.css'

export default function CaseScreen() {
  const { id = '' } = useParams()
  const report = api.useQuery(
    'get',
    '/admin/api/reports/{id}',
    { params: { path: { id } } },
    { refetchOnMount: 'always' },
  )
  return (
    <ScreenFrame
      title={report.data ? `Phản ánh ${report.data.code}` : 'Phản ánh'}
      intro={report.data && `${KIND_NAMES[report.data.kind]} · ${report.data.categoryName}`}
    >
      <Ready asked={report}>{(data) => <Parts key={data.id} report={data} />}</Ready>
    </ScreenFrame>
  )
}

/** What was written on the left, what is to be done on the right; on a phone one below the other. */
function Parts({ report }: { report: Case }) {
  return (
    <div className="case">
      <div className="case-said">
        {report.isAboutYou && (
          <p className="note warn">
            Phản ánh này nêu tên anh/chị. Anh/chị đọc được, nhưng việc xử lý do người khác làm và tên người gửi không mở
            cho anh/chị.
          </p>
        )}
        <CaseContent report={report} />
        <CaseFiles report={report} />
        <CaseContact report={report} />
      </div>
      <aside className="case-side" aria-label="Xử lý">
        <CaseState report={report} />
      </aside>
      <div className="case-rest">
        <CaseAnswer report={report} />
        <PublicCard report={report} />
        <CaseHistory report={report} />
      </div>
    </div>
  )
}

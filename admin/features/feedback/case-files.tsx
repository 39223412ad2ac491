import { Button, Modal } from 'antd'
import { useState } from 'react'
import { RedactDialog } from './redact-dialog.tsx'
import { fileAddress, ReportPhoto } from './report-photo.tsx'
import type { Case } from './words.ts'
import './photos.css'

type Opened = { src: string; title: string }

/** What was sent along; of photos, everybody ever sees only the blacked-out ones. */
export function CaseFiles({ report }: { report: Case }) {
  const { id, files, isAboutYou } = report
  const [opened, setOpened] = useState<Opened>()
  const [redacting, setRedacting] = useState<string>()
  if (files.length === 0) return null
  const photos = files.filter(({ kind }) => kind === 'image')
  const papers = files.filter(({ kind }) => kind === 'pdf')
  return (
    <section className="card stack wide" aria-labelledby="files">
      <h2 id="files">Gửi kèm</h2>
      {isAboutYou && <p>Ảnh và tệp gửi kèm không mở cho anh/chị.</p>}
      {!isAboutYou && photos.length > 0 && (
        <ul className="photos">
          {photos.map((file, index) => (
            <Photo
              key={file.id}
              report={report}
              file={file}
              name={`Ảnh ${index + 1}`}
              onOpen={setOpened}
              onRedact={() => setRedacting(file.id)}
            />
          ))}
        </ul>
      )}
      {!isAboutYou &&
        papers.map((file, index) => (
          <a key={file.id} className="roomy" href={fileAddress(id, file.id)} download>
            Tải tệp PDF {index + 1}
          </a>
        ))}
      {opened && (
        <Modal open title={opened.title} width={1100} footer={null} onCancel={() => setOpened(undefined)}>
          <div className="photo-large">
            <ReportPhoto src={opened.src} alt={`${opened.title}, cỡ lớn`} />
          </div>
        </Modal>
      )}
      {redacting !== undefined && (
        <RedactDialog report={report} fileId={redacting} onClose={() => setRedacting(undefined)} />
      )}
    </section>
  )
}

function Photo({
  report: { id, may, mayPublish, public: shown },
  file,
  name,
  onOpen,
  onRedact,
}: {
  report: Case
  file: Case['files'][number]
  name: string
  onOpen: (opened: Opened) => void
  onRedact: () => void
}) {
  const src = fileAddress(id, file.id)
  const isShown = shown !== null && shown.hiddenReason === null
  return (
    <li>
      <ReportPhoto
        src={src}
        alt={`${name} người gửi kèm, bấm để xem lớn`}
        onOpen={() => onOpen({ src, title: name })}
      />
      {file.redactedName !== null && (
        <p>
          <strong>Đã có bản che.</strong> {isShown ? 'Trang công khai chỉ có bản này.' : 'Chỉ bản này được công khai.'}
        </p>
      )}
      {file.redactedName === null && mayPublish && <p>Chưa che, nên không lên trang công khai.</p>}
      <div className="buttons">
        {file.redactedName !== null && (
          <Button
            onClick={() =>
              onOpen({ src: fileAddress(id, file.id, file.redactedName ?? undefined), title: `${name}, bản che` })
            }
            aria-label={`Xem bản che của ${name}`}
          >
            Xem bản che
          </Button>
        )}
        {may.moderate && (
          <Button onClick={onRedact} aria-label={`${file.redactedName === null ? 'Che' : 'Che lại'} ${name}`}>
            {file.redactedName === null ? 'Che ảnh' : 'Che lại'}
          </Button>
        )}
      </div>
    </li>
  )
}

import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { Failed } from '../../ui/states.tsx'
import { BoxFields } from './box-fields.tsx'
import { RedactStage } from './redact-stage.tsx'
import { type Box, FIRST_BOX, keepInside, MOST_BOXES } from './redaction-box.ts'
import { fileAddress } from './report-photo.tsx'
import { useRefreshReports } from './use-refresh-reports.ts'
import type { Case } from './words.ts'

type Props = { report: Case; fileId: string; onClose: () => void }

/** Black boxes over faces, names and numbers: drawn with mouse or finger, or added and moved by numbers. */
export function RedactDialog({ report: { id, public: shown }, fileId, onClose }: Props) {
  const { message } = App.useApp()
  const refresh = useRefreshReports()
  const redact = api.useMutation('post', '/admin/api/reports/{id}/files/{fileId}/redactions')
  const [boxes, setBoxes] = useState<{ key: number; box: Box }[]>([])
  const isFull = boxes.length >= MOST_BOXES
  const isShown = shown !== null && shown.hiddenReason === null

  function add(box: Box) {
    if (!isFull) setBoxes([...boxes, { key: (boxes.at(-1)?.key ?? 0) + 1, box: keepInside(box) }])
  }
  async function save() {
    const params = { path: { id, fileId } }
    const changed = await redact
      .mutateAsync({ params, body: { boxes: boxes.map(({ box }) => box) } })
      .catch(() => undefined)
    if (changed === undefined) return
    onClose()
    message.success('Đã lưu bản che. Ảnh gốc vẫn giữ nguyên.')
    await refresh(changed)
  }
  return (
    <Modal
      open
      title="Che ảnh"
      width={900}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Để sau
        </Button>,
        <Button
          key="yes"
          type="primary"
          disabled={boxes.length === 0}
          loading={redact.isPending}
          onClick={() => void save()}
        >
          Lưu bản che
        </Button>,
      ]}
    >
      <div className="stack wide">
        <p>
          Kéo trên ảnh để che khuôn mặt, tên, số điện thoại, biển số. Hoặc bấm “Thêm ô che” rồi sửa số. Mỗi lần che làm
          lại từ ảnh gốc và thay bản che trước.
        </p>
        {isShown && <p className="note warn">Phản ánh đang công khai: lưu xong là mọi người xem được bản che.</p>}
        {redact.error && <Failed problem={redact.error} />}
        <RedactStage src={fileAddress(id, fileId)} boxes={boxes} onDrawn={add} />
        {boxes.map(({ key, box }, index) => (
          <BoxFields
            key={key}
            name={`Ô che ${index + 1}`}
            box={box}
            onChange={(next) =>
              setBoxes(boxes.map((each) => (each.key === key ? { key, box: keepInside(next) } : each)))
            }
            onDrop={() => setBoxes(boxes.filter((each) => each.key !== key))}
          />
        ))}
        <div className="buttons">
          <Button onClick={() => add(FIRST_BOX)} disabled={isFull}>
            Thêm ô che
          </Button>
        </div>
        {isFull && <p role="status">Đã đủ {MOST_BOXES} ô, không thêm được nữa.</p>}
      </div>
    </Modal>
  )
}

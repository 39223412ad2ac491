import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router-dom'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { UnreadTag } from '../inbox/unread-tag.tsx'
import { isBegun } from './draft.ts'
import { useDraft } from './draft-store.ts'

export default function FeedbackHomeScreen() {
  return (
    <Screen title="Phản ánh, góp ý" below="Gửi đến ngành giáo dục Tây Ninh và theo dõi câu trả lời.">
      <div className="stack">
        <Start />
        <ul className="rows">
          <li>
            <RowLink to="/phan-anh/cua-toi" title="Việc tôi đã gửi" help="Tình trạng, trả lời, bổ sung, đánh giá" />
          </li>
          <li>
            <RowLink to="/tin-cua-toi" title="Tin của tôi" help="Những gì cơ quan báo cho bạn" tag={<UnreadTag />} />
          </li>
          <li>
            <RowLink to="/phan-anh/tra-cuu" title="Tra cứu bằng mã" help="Mã và bốn số cuối điện thoại" />
          </li>
          <li>
            <RowLink to="/phan-anh/da-tra-loi" title="Đã trả lời" help="Việc người khác gửi, được đăng cho mọi người" />
          </li>
        </ul>
        <div className="note stack">
          <p>
            <strong>Khiếu nại, tố cáo</strong> không gửi ở đây được.{' '}
            <Link to="/cam-nang/khieu-nai-to-cao">Xem gửi cho ai</Link>.
          </p>
          <p>Việc đang nguy hiểm: gọi 113 công an, 114 chữa cháy, 115 cấp cứu, 111 bảo vệ trẻ em.</p>
        </div>
      </div>
    </Screen>
  )
}

function Start() {
  const { draft, clear } = useDraft()
  const [isAsking, setAsking] = useState(false)
  const question = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isAsking) question.current?.focus()
  }, [isAsking])
  if (draft === undefined || !isBegun(draft))
    return (
      <Link className="button main" to="/phan-anh/gui/loai">
        Gửi phản ánh, góp ý
      </Link>
    )
  return (
    <section className="card stack" aria-labelledby="viet-do">
      <h2 id="viet-do">Bạn đang viết dở</h2>
      <p>{draft.content.trim() === '' ? 'Chưa có nội dung.' : `“${draft.content.trim().slice(0, 100)}”`}</p>
      <p className="caption">Chỉ có trên máy này, chưa gửi đi đâu.</p>
      {isAsking ? (
        <>
          <p ref={question} tabIndex={-1}>
            Xoá hết những gì đang viết? Không lấy lại được.
          </p>
          <div className="buttons">
            <button type="button" className="button" onClick={() => setAsking(false)}>
              Giữ lại
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                setAsking(false)
                void clear()
              }}
            >
              Xoá bản viết dở
            </button>
          </div>
        </>
      ) : (
        <div className="buttons">
          <Link className="button main" to="/phan-anh/gui/loai">
            Viết tiếp
          </Link>
          <button type="button" className="button" onClick={() => setAsking(true)}>
            Xoá
          </button>
        </div>
      )}
    </section>
  )
}

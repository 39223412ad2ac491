import { Link } from 'react-router-dom'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useStored } from '../../ui/stored.ts'
import { SavedCodeList } from '../dossiers/saved-code-list.tsx'
import { CODES_KEY, NO_CODES } from '../dossiers/saved-codes.ts'
import { UnreadTag } from '../inbox/unread-tag.tsx'
import { NOTHING_SAVED, SAVED_KEY } from '../procedures/save-button.tsx'

/** What a person has kept, all of it on this device. */
export default function MineScreen() {
  const [procedures] = useStored(SAVED_KEY, NOTHING_SAVED)
  const [codes] = useStored(CODES_KEY, NO_CODES)
  return (
    <Screen title="Của tôi" isTab below="Thủ tục và mã hồ sơ chỉ lưu trên máy này. Không cần đăng nhập.">
      <section className="section" aria-labelledby="da-luu">
        <h2 id="da-luu">Thủ tục đã lưu</h2>
        {procedures.length === 0 ? (
          <p className="note">
            Chưa có thủ tục nào. Mở một <Link to="/thu-tuc">thủ tục</Link> rồi bấm “Lưu” để xem lại tại đây.
          </p>
        ) : (
          <ul className="rows">
            {procedures.map(({ code, plainName }) => (
              <li key={code}>
                <RowLink to={`/thu-tuc/${code}`} title={plainName} help={`Mã ${code}`} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="section" aria-labelledby="ma-da-luu">
        <h2 id="ma-da-luu">Hồ sơ của tôi</h2>
        {codes.length > 0 && (
          <div className="card stack">
            <SavedCodeList />
          </div>
        )}
        <ul className="rows">
          <li>
            <RowLink to="/ho-so" title="Tra cứu hồ sơ đã nộp" help="Lưu mã hồ sơ và xem các cách tra cứu" />
          </li>
          <li>
            <RowLink to="/hen-tra" title="Tính ngày hẹn trả" />
          </li>
        </ul>
      </section>
      <section className="section" aria-labelledby="phan-anh">
        <h2 id="phan-anh">Phản ánh, góp ý</h2>
        <ul className="rows">
          <li>
            <RowLink to="/phan-anh" title="Phản ánh, góp ý" help="Gửi mới, tra cứu, xem việc đã trả lời" />
          </li>
          <li>
            <RowLink to="/phan-anh/cua-toi" title="Việc tôi đã gửi" />
          </li>
          <li>
            <RowLink to="/tin-cua-toi" title="Tin của tôi" tag={<UnreadTag />} />
          </li>
        </ul>
      </section>
      <section className="section" aria-labelledby="hoc-va-thi">
        <h2 id="hoc-va-thi">Học và thi</h2>
        <ul className="rows">
          <li>
            <RowLink to="/luyen-tap" title="Luyện tập" help="Câu hỏi có lời giải, làm được khi mất mạng" />
          </li>
          <li>
            <RowLink to="/hoi-thi" title="Hội thi" help="Ghi tên, vào thi, xem kết quả" />
          </li>
        </ul>
      </section>
      <section className="section" aria-labelledby="ung-dung">
        <h2 id="ung-dung">Ứng dụng</h2>
        <ul className="rows">
          <li>
            <RowLink to="/cai-dat" title="Cài đặt" help="Cỡ chữ, độ tương phản, nền" />
          </li>
          <li>
            <RowLink to="/du-lieu-cua-toi" title="Dữ liệu của tôi" help="Xem, tải về, rút đồng ý, xoá, đăng xuất" />
          </li>
          <li>
            <RowLink to="/chinh-sach" title="Chính sách quyền riêng tư" />
          </li>
          <li>
            <RowLink to="/gioi-thieu" title="Giới thiệu" help="Ứng dụng của ai, số liệu từ đâu" />
          </li>
        </ul>
      </section>
    </Screen>
  )
}

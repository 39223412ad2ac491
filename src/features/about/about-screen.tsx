import { useApi } from '../../api/client.ts'
import { formatDate } from '../../ui/dates.ts'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Ready } from '../../ui/states.tsx'

export default function AboutScreen() {
  const home = useApi().useAsk('/api/home')
  return (
    <Screen title="Giới thiệu">
      <div className="stack">
        <p>
          <strong>Hành chính giáo dục Tây Ninh</strong> giúp bạn tìm đúng thủ tục, chuẩn bị đủ giấy tờ và biết nộp ở
          đâu. Ứng dụng cũng giải thích cải cách hành chính bằng lời dễ hiểu.
        </p>
        <p>Chủ quản nội dung: Văn phòng Sở Giáo dục và Đào tạo Tây Ninh.</p>
        <p className="note">
          Ứng dụng không nhận hồ sơ. Thông tin chính thức nằm ở Cổng Dịch vụ công quốc gia và trên giấy hẹn của nơi nhận
          hồ sơ.
        </p>
        <Ready asked={home}>
          {({ app, counts }) => (
            <div className="card stack">
              <p>
                Có {counts.procedures} thủ tục đầy đủ, {counts.listed} thủ tục chỉ có tên, {counts.articles} bài hướng
                dẫn và {counts.documents} văn bản.
              </p>
              <p className="caption">
                Phiên bản ứng dụng {app.version}. Nội dung {app.contentVersion}, kiểm tra gần nhất ngày{' '}
                {formatDate(app.contentCheckedOn)}.
              </p>
            </div>
          )}
        </Ready>
        <section className="section" aria-labelledby="nguon-so-lieu">
          <h2 id="nguon-so-lieu">Số liệu lấy từ đâu</h2>
          <ul className="bullets">
            <li>Thủ tục: bản chụp Cơ sở dữ liệu thủ tục hành chính quốc gia, tháng 7/2026.</li>
            <li>Chỉ số: trang của cơ quan công bố và báo chí, ghi nguồn ở từng số.</li>
            <li>Mỗi trang ghi nguồn, ngày kiểm tra và điều chưa kiểm chứng.</li>
          </ul>
        </section>
        <ul className="rows">
          <li>
            <RowLink to="/chinh-sach" title="Chính sách quyền riêng tư" />
          </li>
          <li>
            <RowLink to="/cam-nang/lien-he-so" title="Liên hệ" />
          </li>
        </ul>
      </div>
    </Screen>
  )
}

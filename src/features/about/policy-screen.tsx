import { Link } from 'react-router-dom'
import '../../ui/rich-text.css'
import { Screen } from '../../ui/screen.tsx'

/** True to what the app does today; a change in what is kept changes this page first. */
export default function PolicyScreen() {
  return (
    <Screen title="Chính sách quyền riêng tư" below="Ứng dụng Hành chính giáo dục Tây Ninh">
      <div className="rich">
        <p>Trang này nói ứng dụng Hành chính giáo dục Tây Ninh giữ gì và không giữ gì về bạn.</p>
        <h2>Không cần đăng nhập</h2>
        <p>
          Bạn đọc và tra cứu mà không cần tài khoản. Ứng dụng chỉ hỏi tên, địa chỉ, số điện thoại khi bạn gửi phản ánh,
          góp ý, và không xin vị trí của bạn.
        </p>
        <h2>Giữ trên máy của bạn</h2>
        <ul className="bullets">
          <li>Giấy tờ bạn đã đánh dấu và câu trả lời trong “Tình huống của bạn”.</li>
          <li>Thủ tục và mã hồ sơ bạn đã lưu.</li>
          <li>Cỡ chữ, độ tương phản và nền bạn chọn.</li>
          <li>Bản phản ánh đang viết dở, biên nhận và việc bạn bấm “Tôi cũng gặp”.</li>
          <li>Bản sao nội dung để đọc khi không có mạng.</li>
        </ul>
        <p>
          Những thứ này không gửi đi đâu, trừ khi bạn bấm Gửi. Bạn xoá bằng cách xoá dữ liệu ứng dụng hoặc trình duyệt.
          Dùng máy chung thì bấm Đăng xuất ở <Link to="/du-lieu-cua-toi">Dữ liệu của tôi</Link>.
        </p>
        <h2>Khi bạn gửi phản ánh, góp ý</h2>
        <ul className="bullets">
          <li>
            Máy chủ giữ nội dung bạn viết, tệp bạn gửi kèm, và tên, địa chỉ, điện thoại, email bạn ghi. Phần cho biết
            bạn là ai được mã hoá.
          </li>
          <li>
            Vì sao hỏi tên: Nghị định 20/2008 (sửa bởi Nghị định 48/2013 và 92/2017) yêu cầu với phản ánh, kiến nghị.
            Khen và góp ý thì không bắt buộc.
          </li>
          <li>Ai xem được: người giải quyết và Sở. Người dùng khác và cán bộ bị nêu tên không xem được bạn là ai.</li>
          <li>Chỉ đăng cho mọi người đọc khi bạn cho phép, sau khi cán bộ đã che thông tin riêng.</li>
          <li>
            Trong Zalo, ứng dụng nhận ra bạn qua mã do Zalo cấp. Số điện thoại chỉ lấy từ Zalo khi bạn bấm nút. Trong
            trình duyệt, máy chủ chỉ biết đây là cùng một máy.
          </li>
          <li>Phiên qua Zalo giữ 30 ngày, phiên của máy giữ 180 ngày từ lần dùng cuối.</li>
        </ul>
        <h2>Máy chủ ghi nhận</h2>
        <ul className="bullets">
          <li>Mỗi lượt truy cập: loại trang, thời gian xử lý và kết quả. Không ghi bạn là ai, không ghi câu bạn gõ.</li>
          <li>Câu tìm kiếm không có kết quả: chỉ đếm, sau khi che số dài và địa chỉ thư.</li>
          <li>
            Mỗi trang được mở bao nhiêu lần trong ngày và từ mã QR của đơn vị nào. Không ghi ai mở. Để không đếm trùng,
            máy chủ nhớ tạm dấu vết đã mã hoá của địa chỉ mạng nhiều nhất một ngày, không lưu lại. Trình duyệt đặt
            “Không theo dõi” thì không được đếm.
          </li>
          <li>
            Góp ý “Trang này có hữu ích không?”: câu trả lời, điều bạn viết và trang được góp ý. Tên, số dài, địa chỉ
            thư và liên kết mạng xã hội nhận ra được đều bị che trước khi lưu. Cán bộ phụ trách trang đọc góp ý này.
          </li>
        </ul>
        <p>Ứng dụng không dùng cookie, không quảng cáo, không chia sẻ dữ liệu cho bên thứ ba.</p>
        <h2>Quyền của bạn</h2>
        <p>
          Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 cho bạn quyền biết, xem, sửa, xoá dữ liệu và rút lại sự đồng ý.
          Bạn làm những việc này ở <Link to="/du-lieu-cua-toi">Dữ liệu của tôi</Link>: xem giữ gì và bao lâu, lấy bản
          sao, rút đồng ý, xoá hết. Góp ý “Trang này có hữu ích không?” không gắn với ai nên không tìm lại theo người
          gửi được.
        </p>
        <h2>Chủ quản và liên hệ</h2>
        <p>
          Văn phòng Sở Giáo dục và Đào tạo Tây Ninh. Số điện thoại và địa chỉ liên hệ: chưa có thông tin được kiểm
          chứng.
        </p>
        <p className="caption">Cập nhật ngày 25/11/2026.</p>
      </div>
    </Screen>
  )
}

import { type Problem, readProblem } from '../../api/problem.ts'
import { problemText } from '../../api/problem-text.ts'

const WORDS: Record<string, string> = {
  'entry.not_found': 'Không có nội dung này, hoặc nó thuộc đơn vị khác.',
  'entry.being_written': 'Đã có người mở bản mới. Anh/chị tải lại trang để làm tiếp bản đó.',
  'edition.not_found': 'Không có bản này. Anh/chị tải lại trang.',
  'edition.wrong_state': 'Bản này vừa được người khác chuyển bước. Anh/chị tải lại trang để xem trạng thái mới.',
  'edition.changed_meanwhile': 'Bản này vừa được người khác sửa. Anh/chị tải lại trang để xem bản mới.',
  'edition.not_ready': 'Bản này còn thiếu. Anh/chị điền các mục trong danh sách “Còn thiếu” rồi làm lại.',
  'edition.own_work': 'Người soạn không tự duyệt bài của mình. Nhờ một đồng nghiệp có quyền duyệt.',
  'edition.step_says_more': 'Bước này cần nói rõ thêm: lý do, hoặc giờ ở phía sau giờ hiện tại.',
  'preview.not_found': 'Liên kết này không còn dùng được.',
}

/** The service's refusal in the words of this feature, or in the common ones. */
export function contentProblemText(error: unknown) {
  const problem: Problem = readProblem(error)
  return WORDS[problem.code] ?? problemText(problem)
}

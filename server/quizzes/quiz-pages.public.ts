import type { Api } from '../http/api.ts'
import type { Pages } from '../http/pages.ts'

const OPEN: [path: string, title: string, description: string][] = [
  ['/luyen-tap', 'Luyện tập', 'Câu hỏi trắc nghiệm về cải cách hành chính, có lời giải và nguồn.'],
  ['/lop-hoc', 'Mở phòng cho lớp', 'Thầy cô chiếu câu hỏi, học sinh trả lời bằng điện thoại.'],
  ['/vao-lop', 'Vào phòng của lớp', 'Vào phòng bằng mã 6 số và một biệt danh.'],
]
const PRIVATE: [path: string, title: string][] = [
  ['/luyen-tap/on-lai', 'Ôn lại'],
  ['/luyen-tap/chu-de/:topic', 'Luyện tập'],
  ['/lop-hoc/phong', 'Phòng của lớp'],
  ['/vao-lop/:pin', 'Vào phòng của lớp'],
]

/** The browser's pages of practice and of rooms; what a room holds stands in none of them. */
export function quizPageDoors(api: Api, pages: Pages) {
  for (const [path, title, description] of OPEN)
    api.page(path, (_, context) => pages.send(context, () => ({ title, description, path })))
  for (const [path, title] of PRIVATE)
    api.page(path, async (_, context) =>
      pages.sendPrivate(context, { title, description: 'Luyện tập về cải cách hành chính.' }),
    )
}

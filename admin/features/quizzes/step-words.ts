import type { Question, Step } from './words.ts'

export type SimpleStep = Exclude<Step, 'edit' | 'correct_key'>

export const poolOf = ({ versions }: Question) => versions.find(({ state }) => state === 'published')?.body.pool

type StepWords = {
  verb: (question: Question) => string
  /** What will happen, to whom. */
  tell: (question: Question) => string
  done: string
  needsReason: boolean
  isDanger: boolean
}

const draftPool = ({ versions }: Question) => versions.find(({ state }) => state === 'draft')?.body.pool

export const STEPS: Record<SimpleStep, StepWords> = {
  publish: {
    verb: () => 'Duyệt, đưa vào dùng',
    tell: (question) =>
      draftPool(question) === 'contest'
        ? 'Câu vào kho hội thi, giữ kín. Bài thi đã rút từ bản cũ vẫn giữ bản cũ.'
        : 'Câu hiện ra ngay trong mục ôn luyện, kèm đáp án. Bài thi đã rút từ bản cũ vẫn giữ bản cũ.',
    done: 'Đã đưa câu hỏi vào dùng.',
    ...{ needsReason: false, isDanger: false },
  },
  move_pool: {
    verb: (question) => (poolOf(question) === 'contest' ? 'Chuyển sang ôn luyện' : 'Chuyển sang hội thi'),
    tell: (question) =>
      poolOf(question) === 'contest'
        ? 'Câu và đáp án hiện ra cho mọi người ngay.'
        : 'Câu không còn trong mục ôn luyện. Ai đã ôn thì đã biết đáp án, nên câu này kém phần bí mật khi đem thi.',
    done: 'Đã chuyển kho.',
    ...{ needsReason: false, isDanger: false },
  },
  retire: {
    verb: () => 'Ngừng dùng',
    tell: () => 'Câu không còn trong mục ôn luyện và không được rút vào bài thi mới. Bài đã rút vẫn giữ câu này.',
    done: 'Đã ngừng dùng câu hỏi.',
    ...{ needsReason: true, isDanger: true },
  },
  bring_back: {
    verb: () => 'Dùng lại',
    tell: () => 'Câu trở lại kho cũ của nó, như trước khi ngừng dùng.',
    done: 'Câu hỏi đã được dùng lại.',
    ...{ needsReason: false, isDanger: false },
  },
  discard: {
    verb: () => 'Bỏ bản nháp',
    tell: () => 'Bản nháp không dùng được nữa, chỉ còn xem lại trong danh sách các bản. Bản đang dùng giữ nguyên.',
    done: 'Đã bỏ bản nháp.',
    ...{ needsReason: false, isDanger: true },
  },
}

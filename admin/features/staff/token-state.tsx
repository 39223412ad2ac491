import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { client } from '../../api/client.ts'
import { readProblem } from '../../api/problem.ts'
import { problemText } from '../../api/problem-text.ts'
import { type Token, tokenState } from './words.ts'

export const TOKENS_KEY = ['get', '/admin/api/tokens']

/** Whether it opens the door; while it does, the way to stop it. */
export function TokenState({ token }: { token: Token }) {
  const { message, modal } = App.useApp()
  const cache = useQueryClient()
  const state = tokenState(token)
  if (state === 'revoked') return 'Đã thu hồi'
  if (state === 'expired') return 'Hết hạn'

  async function revoke() {
    const isSure = await modal.confirm({
      title: `Thu hồi mã của “${token.name}”?`,
      content: 'Phần mềm đang dùng mã này bị từ chối ngay. Không khôi phục được, cần dùng lại thì tạo mã mới.',
      okText: 'Thu hồi mã',
      okButtonProps: { danger: true },
      cancelText: 'Không',
    })
    if (!isSure) return
    try {
      const { error } = await client.DELETE('/admin/api/tokens/{id}', { params: { path: { id: token.id } } })
      if (error) throw error
      message.success('Đã thu hồi mã.')
    } catch (error) {
      message.error(problemText(readProblem(error)))
    }
    await cache.invalidateQueries({ queryKey: TOKENS_KEY })
  }
  return (
    <Button danger aria-label={`Thu hồi mã của ${token.name}`} onClick={() => void revoke()}>
      Thu hồi
    </Button>
  )
}

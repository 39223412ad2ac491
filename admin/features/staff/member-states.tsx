import { Tag } from 'antd'
import { type Member, memberStates } from './words.ts'

export function MemberStates({ member }: { member: Member }) {
  return (
    <span className="states">
      {memberStates(member).map(({ text, color }) => (
        <Tag key={text} color={color}>
          {text}
        </Tag>
      ))}
    </span>
  )
}

import { useApi } from '../../api/client.ts'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Ready } from '../../ui/states.tsx'

export default function SituationsScreen() {
  const situations = useApi().useAsk('/api/situations')
  return (
    <Screen title="Tình huống thường gặp" below="Trả lời vài câu hỏi để biết cần làm thủ tục nào.">
      <Ready asked={situations}>
        {({ items }) => (
          <ul className="rows">
            {items.map((situation) => (
              <li key={situation.slug}>
                <RowLink to={`/tinh-huong/${situation.slug}`} title={situation.title} help={situation.summary} />
              </li>
            ))}
          </ul>
        )}
      </Ready>
    </Screen>
  )
}

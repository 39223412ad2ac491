import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Ready } from '../../ui/states.tsx'
import { formatScore } from './series.ts'

export default function IndicesScreen() {
  const indices = useApi().useAsk('/api/indices')
  return (
    <Screen
      title="Chỉ số cải cách hành chính"
      below="Mỗi chỉ số đo một việc khác nhau, nên không cộng hay so chéo với nhau."
    >
      <Ready asked={indices}>
        {({ items }) => (
          <ul className="rows">
            {items.map((index) => (
              <li key={index.slug}>
                <RowLink
                  to={`/chi-so/${index.slug}`}
                  title={`${index.name}: ${index.nameVi}`}
                  help={latestText(index.latest)}
                />
              </li>
            ))}
          </ul>
        )}
      </Ready>
    </Screen>
  )
}

function latestText(latest: components['schemas']['IndexSummary']['latest']) {
  if (latest === null) return null
  const score = formatScore(latest.score)
  const rank = latest.rank === null ? '' : `hạng ${latest.rank}${latest.of === null ? '' : `/${latest.of}`}`
  return `${latest.province}, năm ${latest.year}: ${[score === null ? '' : `${score} điểm`, rank].filter(Boolean).join(', ')}`
}

import { useState } from 'react'
import { useApi } from '../../api/client.ts'
import { formatDate } from '../../ui/dates.ts'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Ready } from '../../ui/states.tsx'
import { forceOf } from './force.ts'

export default function DocumentsScreen() {
  const documents = useApi().useAsk('/api/documents')
  const [kind, setKind] = useState('')
  return (
    <Screen title="Văn bản chỉ đạo" below="Văn bản về cải cách hành chính và thủ tục. Văn bản đã được thay có ghi rõ.">
      <Ready asked={documents}>
        {({ items }) => (
          <div className="stack">
            <SelectField
              label="Loại văn bản"
              value={kind}
              options={[...new Set(items.map((item) => item.kind))].map((each): [string, string] => [each, each])}
              onChange={setKind}
            />
            <ul className="rows">
              {items
                .filter((item) => kind === '' || item.kind === kind)
                .map((item) => {
                  const force = forceOf(item)
                  return (
                    <li key={item.slug}>
                      <RowLink
                        to={`/van-ban/${item.slug}`}
                        title={`${item.kind} ${item.number}`}
                        help={`${item.title}${item.issuedOn === null ? '' : ` · ${formatDate(item.issuedOn)}`}`}
                        tag={<span className={`tag ${force.tone}`}>{force.words}</span>}
                      />
                    </li>
                  )
                })}
            </ul>
          </div>
        )}
      </Ready>
    </Screen>
  )
}

import { useState } from 'react'
import { citizenProblemText } from '../../api/citizen-problem-text.ts'
import { useCitizen, useOwn } from '../../api/use-citizen.ts'
import { formatMoment } from '../../ui/dates.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { purposeWord } from './purpose-words.ts'

export function Consents() {
  const { client } = useCitizen()
  const consents = useOwn('/api/me/consents')
  const [problem, setProblem] = useState('')
  return (
    <section className="section" aria-labelledby="dong-y-da-cho">
      <h2 id="dong-y-da-cho">Bạn đã đồng ý những gì</h2>
      {problem && (
        <p className="note bad" role="alert">
          {problem}
        </p>
      )}
      <OwnReady asked={consents}>
        {({ items }) => (
          <ul className="stack">
            {items
              .filter(({ at }) => at !== null)
              .map(({ purpose, isGranted, at }) => (
                <li key={purpose} className="card stack">
                  <p>
                    <strong>{purposeWord(purpose)}</strong>
                    <br />
                    {isGranted ? 'Đồng ý' : 'Đã rút lại'} lúc {at !== null && formatMoment(at)}
                  </p>
                  {isGranted && (
                    <button
                      type="button"
                      className="button"
                      aria-label={`Rút lại đồng ý: ${purposeWord(purpose)}`}
                      onClick={async () => {
                        const init = { params: { path: { purpose } } }
                        const { data, error } = await client.DELETE('/api/me/consents/{purpose}', init)
                        setProblem(data ? '' : citizenProblemText(error))
                        if (data) consents.put(data)
                      }}
                    >
                      Rút lại đồng ý
                    </button>
                  )}
                </li>
              ))}
            {items.every(({ at }) => at === null) && <li>Bạn chưa đồng ý điều gì.</li>}
          </ul>
        )}
      </OwnReady>
    </section>
  )
}

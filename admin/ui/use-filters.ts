import { useSearchParams } from 'react-router-dom'

/** A table's filters, kept in the address so that a list can be shared and come back to. */
export function useFilters<Name extends string>(...names: Name[]) {
  const [params, setParams] = useSearchParams()
  // The list of names is the type: every one of them is there, empty filters as undefined.
  const filters = Object.fromEntries(names.map((name) => [name, params.get(name) || undefined])) as Record<
    Name,
    string | undefined
  >

  function setFilter(name: Name, value: string | undefined) {
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (value) after.set(name, value)
        else after.delete(name)
        return after
      },
      { replace: true },
    )
  }
  const isFiltered = names.some((name) => filters[name] !== undefined)
  return { filters, setFilter, isFiltered, clear: () => setParams({}, { replace: true }) }
}

import { createContext } from 'react'

/** What is shown has not been published: it is not counted and nobody is asked about it. */
export const PreviewContext = createContext(false)

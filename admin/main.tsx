import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { giveStylesTheNonce } from './ui/page-nonce.ts'
import { applyTokens } from './ui/theme.ts'
import './ui/base.css'
import './ui/parts.css'
import './ui/shell.css'
import './ui/forms.css'
import './ui/data-table.css'

giveStylesTheNonce()
applyTokens()

const container = document.getElementById('app')
if (container) createRoot(container).render(<App />)

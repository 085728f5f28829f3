import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Playground } from './playground/playground.tsx'

const root = document.getElementById('page')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Playground />
    </StrictMode>,
  )

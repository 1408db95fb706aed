import './kit/desk.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { createDesk } from './kit/ask.ts'
import { leaveToInputMethod } from './kit/keys.ts'
import { nonce } from './kit/nonce.ts'
import { speakThrough } from './kit/say.ts'
import { ignoreStrayDrops } from './kit/stray-drops.ts'
import { theme } from './kit/theme.ts'
import { askDeskAhead } from './shell/ahead.ts'
import { Door } from './shell/Door.tsx'

const desk = createDesk()

leaveToInputMethod()
ignoreStrayDrops()
void askDeskAhead(desk)

function Desk() {
  const { message } = App.useApp()
  useEffect(() => speakThrough(message), [message])
  return (
    <Router hook={useHashLocation}>
      <Door />
    </Router>
  )
}

const place = document.getElementById('desk')
if (place)
  createRoot(place).render(
    <QueryClientProvider client={desk}>
      <ConfigProvider locale={zhCN} theme={theme} {...(nonce ? { csp: { nonce } } : {})} button={{ autoInsertSpace: false }}>
        <App message={{ maxCount: 2 }} component={false}>
          <Desk />
        </App>
      </ConfigProvider>
    </QueryClientProvider>,
  )

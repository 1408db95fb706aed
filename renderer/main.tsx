import './kit/desk.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { app } from './app.ts'
import { askAhead, createDesk } from './kit/ask.ts'
import { nonce } from './kit/nonce.ts'
import { speakThrough } from './kit/say.ts'
import { theme } from './kit/theme.ts'
import { rooms } from './rooms.tsx'
import { Door } from './shell/Door.tsx'

const desk = createDesk()

// 多半是打开就到首页：它的代码、组织树，与“开着哪本台账”一起去取
void askAhead(desk, app.files.current, {})
void askAhead(desk, app.organizations.tree, {})
if (location.hash.length <= 2) void rooms[0]?.page.arrive()

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

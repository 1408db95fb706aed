import { useEffect, useRef } from 'react'

export type KeyMap = Record<string, (event: KeyboardEvent) => void>
interface Layer {
  keys: () => KeyMap
  modal: boolean
}

/** 后挂上的先听；modal 的一层之下什么也听不到。 */
const layers: Layer[] = []

/** 打着字、开着对话框，都叫得出帮助。 */
const HELP = 'F1'

/** 选人、选项的格子自己要用 Enter：选定了亮着的那一个，照样存。 */
const SAVE = 'ctrl+Enter'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)))

/** 'n'、'/'、'Escape'、'ctrl+Enter'、'ctrl+s'、'shift+ArrowDown'；苹果电脑的 ⌘ 当作 ctrl。 */
const nameOf = (event: KeyboardEvent) => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  // 要按着 Shift 才打得出的符号（如 ?）不算另按了 Shift
  if (event.ctrlKey || event.metaKey) return `ctrl+${event.shiftKey && /^(..+|[a-z])$/.test(key) ? 'shift+' : ''}${key}`
  if (event.altKey) return `alt+${key}`
  return event.shiftKey && event.key.length > 1 ? `shift+${key}` : key
}

/** 开着的菜单、下拉：它们自己听 Esc，只收起自己。 */
const popup = '.ant-dropdown:not(.ant-dropdown-hidden), .ant-select-dropdown:not(.ant-select-dropdown-hidden)'

function hear(event: KeyboardEvent) {
  const name = nameOf(event)
  if (name === 'Escape' && document.querySelector(popup)) return
  if (event.defaultPrevented && name !== SAVE) return
  const text = typing(event.target)
  if (text && name !== 'Escape' && name !== HELP && !/^(ctrl|alt)\+/.test(name)) return
  // 文字框里的 Ctrl+Z、Ctrl+Y 归文字框自己
  if (text && ['ctrl+z', 'ctrl+y', 'ctrl+shift+z'].includes(name)) return
  for (const layer of [...layers].reverse()) {
    const act = layer.keys()[name]
    if (act) {
      event.preventDefault()
      act(event)
      return
    }
    if (layer.modal && name !== HELP) return
  }
}

/**
 * 输入法组字时按的键（选字的 Enter、数字，取消的 Esc）归输入法，页面上谁也听不到；开机时挂一次。
 * 有的浏览器收尾的那一下不算在组字里，只有 229 这个号认得出。
 */
export function leaveToInputMethod() {
  const stop = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation()
  }
  window.addEventListener('keydown', stop, { capture: true })
}

/** 在最上面加一层；返回的函数把它拿走。组件里用 useKeys，问一句再做的对话框用它。 */
export function lay(layer: Layer): () => void {
  if (layers.length === 0) window.addEventListener('keydown', hear)
  layers.push(layer)
  return () => {
    const at = layers.indexOf(layer)
    if (at >= 0) layers.splice(at, 1)
    if (layers.length === 0) window.removeEventListener('keydown', hear)
  }
}

/**
 * 听键盘。在输入框里打字时只听 Escape、F1 与 Ctrl、Alt 组合。
 * @example useKeys({ n: () => setOpen(true), '/': focusFilter, Escape: close })
 */
export function useKeys(keys: KeyMap, options: { enabled?: boolean; modal?: boolean } = {}) {
  const latest = useRef(keys)
  latest.current = keys
  const { enabled = true, modal = false } = options
  useEffect(() => {
    if (!enabled) return
    return lay({ keys: () => latest.current, modal })
  }, [enabled, modal])
}

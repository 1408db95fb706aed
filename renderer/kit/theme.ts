import type { ThemeConfig } from 'antd'

/** 桌面的颜色：纸色的底、墨色的字，党建红只作点缀。 */
export const ink = {
  ground: '#f7f5f2',
  surface: '#ffffff',
  text: '#1f2328',
  secondary: '#5b6168',
  line: '#e3dfd8',
  accent: '#b5121b',
  amber: '#8f5d12',
  green: '#2f7d4f',
  blue: '#2b5c9e',
} as const

/** 系统里关了动画的（“显示动画效果”关闭、远程桌面），界面也不动。 */
const motion = !matchMedia('(prefers-reduced-motion: reduce)').matches

export const theme: ThemeConfig = {
  token: {
    colorPrimary: ink.accent,
    colorInfo: ink.blue,
    colorLink: ink.blue,
    colorSuccess: ink.green,
    colorWarning: '#b7791f',
    colorError: ink.accent,
    colorText: ink.text,
    colorTextSecondary: ink.secondary,
    colorTextDescription: ink.secondary,
    colorTextPlaceholder: '#686d74',
    colorBgLayout: ink.ground,
    colorBorder: '#cdc8bf',
    colorBorderSecondary: ink.line,
    borderRadius: 6,
    fontSize: 14,
    controlHeight: 32,
    motion,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    fontFamily: "'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif",
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
}

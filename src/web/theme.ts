import type { ThemeConfig } from 'antd'

/** Fonts that Chinese systems bring, so that the page loads none. */
const fontFamily = [
  '"PingFang SC"',
  '"HarmonyOS Sans SC"',
  '"MiSans"',
  '"Microsoft YaHei UI"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  'system-ui',
  'sans-serif',
].join(', ')

/** The look of all pages: pine on pale celadon, with persimmon where somebody should look. Mirrors the CSS variables. */
export const theme: ThemeConfig = {
  token: {
    fontFamily,
    colorPrimary: '#1f6453',
    colorLink: '#1f6453',
    colorText: '#21312b',
    colorTextSecondary: '#5d6b64',
    colorTextPlaceholder: '#6b7771',
    colorBgContainer: '#fffefb',
    colorBgElevated: '#fffefb',
    colorBorder: '#d5ddcf',
    colorBorderSecondary: '#e2e8dc',
    colorError: '#c2402f',
    borderRadius: 10,
    controlHeight: 38,
    fontSize: 15,
    boxShadowSecondary: '0 10px 30px rgb(33 49 43 / 12%)',
  },
  components: {
    Segmented: { trackBg: '#e3eadd', itemSelectedBg: '#fffefb', itemColor: '#4d5b54', trackPadding: 3 },
    Badge: { colorError: '#c2501d' },
  },
}

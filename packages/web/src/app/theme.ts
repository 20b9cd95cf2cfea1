import type { ThemeConfig } from 'antd';
import { colours, fonts, radius, rootSize } from '../shared/theme/tokens.ts';
import type { TextSize } from '../shared/theme/text-size.ts';

/** The antd theme from our tokens. antd's own greys fall below 4.5:1 on text; every text token is set here. */
export function antdTheme(size: TextSize): ThemeConfig {
  return {
    token: {
      colorPrimary: colours.accent,
      colorLink: colours.accent,
      colorLinkHover: colours.accentStrong,
      colorSuccess: colours.met,
      colorError: colours.unmet,
      colorWarning: colours.judge,
      colorInfo: colours.accent,
      colorText: colours.ink,
      colorTextSecondary: colours.muted,
      colorTextTertiary: colours.muted,
      colorTextDescription: colours.muted,
      colorTextPlaceholder: '#66737e',
      colorTextDisabled: '#66737e',
      colorBorder: colours.edge,
      colorBorderSecondary: colours.line,
      colorBgLayout: colours.ground,
      fontFamily: fonts.sans,
      fontSize: rootSize[size],
      borderRadius: radius,
      controlHeight: Math.round(rootSize[size] * 2.4),
      motion: false,
      wireframe: false,
    },
    components: {
      Table: { headerBg: colours.sunk, headerColor: colours.ink, borderColor: colours.line },
      Tag: { defaultColor: colours.ink, defaultBg: colours.sunk },
      Tabs: { itemColor: colours.muted },
    },
  };
}

import { App as AntApp, ConfigProvider, theme as antTheme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language';
import { dark, light } from './palette';
import { applyScheme, storedScheme, storeScheme } from './scheme';
import type { Scheme } from './scheme';
import { useMedia } from './useMedia';

const FONT = `system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`;

const Context = createContext<{ scheme: Scheme; toggle: () => void }>({ scheme: 'light', toggle: () => {} });
export const useScheme = () => useContext(Context);

/** Ant Design in our colours, following the system until the reader chooses. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const phone = useMedia('(max-width: 767px)');
  const [chosen, setChosen] = useState(storedScheme);
  const scheme: Scheme = chosen ?? (systemDark ? 'dark' : 'light');
  const p = scheme === 'dark' ? dark : light;

  useEffect(() => {
    applyScheme(scheme);
  }, [scheme]);

  const config = useMemo(
    () => ({
      algorithm: scheme === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
      token: {
        colorPrimary: p.primary,
        colorInfo: p.primary,
        colorLink: p.primary,
        colorSuccess: p.green,
        colorWarning: p.amber,
        colorError: p.red,
        colorText: p.ink,
        colorTextSecondary: p.quiet,
        colorTextPlaceholder: p.quiet,
        colorBgBase: p.paper,
        colorBgContainer: p.paper,
        colorBgElevated: scheme === 'dark' ? '#1D252C' : p.paper,
        colorBgLayout: p.ground,
        colorBorder: scheme === 'dark' ? '#3A454F' : '#CBD3D8',
        colorBorderSecondary: p.line,
        colorTextLightSolid: p.onPrimary,
        borderRadius: 6,
        fontSize: 14,
        fontFamily: FONT,
        controlHeight: phone ? 48 : 34,
        sizeUnit: 4,
        motion: !still,
        motionDurationFast: '0.08s',
        motionDurationMid: '0.12s',
        motionDurationSlow: '0.16s',
        boxShadowTertiary: 'none',
      },
      components: {
        Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
        Tooltip: { colorBgSpotlight: scheme === 'dark' ? '#33404B' : '#1B2430', colorTextLightSolid: '#FFFFFF' },
      },
    }),
    [scheme, p, still, phone],
  );
  const state = useMemo(
    () => ({
      scheme,
      toggle: () => {
        const next: Scheme = scheme === 'dark' ? 'light' : 'dark';
        storeScheme(next);
        setChosen(next);
      },
    }),
    [scheme],
  );
  return (
    <Context value={state}>
      <ConfigProvider theme={config} locale={language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
        <AntApp message={{ maxCount: 2, duration: 4 }} component={false}>
          {children}
        </AntApp>
      </ConfigProvider>
    </Context>
  );
}

import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { speak } from '../api/http';
import { en } from './en';
import { zhCN } from './zh-CN';
import type { TextKey } from './zh-CN';

export type Language = 'zh-CN' | 'en';
export type Values = Record<string, string | number>;
export type Translate = (key: TextKey, values?: Values) => string;

const STORED = 'bangban.language';
const DICTIONARIES: Record<Language, Record<TextKey, string>> = { 'zh-CN': zhCN, en };

export function translate(language: Language, key: TextKey, values: Values = {}): string {
  return DICTIONARIES[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The text for a key made at run time, such as a role; the key's last part where there is none. */
export function translateOr(t: Translate, prefix: string, name: string): string {
  const key = `${prefix}.${name}`;
  return key in zhCN ? t(key as TextKey) : name;
}

interface LanguageState {
  language: Language;
  t: Translate;
  choose: (language: Language) => void;
  /** Takes a user's own language unless this browser has chosen one. */
  suggest: (language: Language) => void;
}

const Context = createContext<LanguageState | null>(null);

function initial(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored === 'zh-CN' || stored === 'en') return stored;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => {
    const first = initial();
    speak(first);
    return first;
  });
  const apply = useCallback((next: Language) => {
    speak(next);
    setLanguage(next);
  }, []);
  const choose = useCallback(
    (next: Language) => {
      localStorage.setItem(STORED, next);
      apply(next);
    },
    [apply],
  );
  const suggest = useCallback(
    (next: Language) => {
      if (localStorage.getItem(STORED) === null) apply(next);
    },
    [apply],
  );
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = translate(language, 'app.name');
  }, [language]);
  const state = useMemo(
    () => ({
      language,
      t: (key: TextKey, values?: Values) => translate(language, key, values),
      choose,
      suggest,
    }),
    [language, choose, suggest],
  );
  return <Context value={state}>{children}</Context>;
}

export function useLanguage(): LanguageState {
  const state = useContext(Context);
  if (!state) throw new Error('useLanguage stands outside LanguageProvider');
  return state;
}

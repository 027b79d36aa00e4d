export type Scheme = 'light' | 'dark';

const STORED = 'bangban.theme';

export function storedScheme(): Scheme | null {
  const value = localStorage.getItem(STORED);
  return value === 'light' || value === 'dark' ? value : null;
}

export function storeScheme(scheme: Scheme): void {
  localStorage.setItem(STORED, scheme);
}

/** Sets the colours of everything that base.css paints. */
export function applyScheme(scheme: Scheme): void {
  document.documentElement.dataset['theme'] = scheme;
}

export function systemScheme(): Scheme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

import '../theme/base.css';
import './shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../i18n/language';
import { applyScheme, storedScheme, systemScheme } from '../theme/scheme';
import { App } from './App';

applyScheme(storedScheme() ?? systemScheme());

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <App />
    </LanguageProvider>
  </StrictMode>,
);

import type { Agent } from '../api/types';
import type { Language } from '../i18n/language';

/** An agent's title, or its name where it is not known. */
export function agentTitle(agents: Agent[], name: string, language: Language): string {
  return agents.find((agent) => agent.name === name)?.title[language] ?? name;
}

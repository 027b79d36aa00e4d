import Prompts from '@ant-design/x/es/prompts';
import Welcome from '@ant-design/x/es/welcome';
import type { Agent } from '../api/types';
import { useLanguage } from '../i18n/language';
import type { Language } from '../i18n/language';

const MOST = 6;

interface Example {
  key: string;
  question: string;
  agent: string;
}

/** Example questions in turn from each agent, so that each shows what it is for. */
export function examplesOf(agents: Agent[], language: Language, only: string | null): Example[] {
  const able = agents.filter((agent) => agent.installed && (only === null || agent.name === only));
  const lists = able.map((agent) =>
    (agent.suggestions[language] ?? []).map((question) => ({ key: `${agent.name}:${question}`, question, agent: agent.title[language] })),
  );
  const examples: Example[] = [];
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let row = 0; row < longest; row++) {
    for (const list of lists) {
      const example = list[row];
      if (example && examples.length < MOST) examples.push(example);
    }
  }
  return examples;
}

interface Props {
  agents: Agent[] | null;
  agent: Agent | null;
  onAsk: (question: string) => void;
}

export function StartPage({ agents, agent, onAsk }: Props) {
  const { t, language } = useLanguage();
  const examples = examplesOf(agents ?? [], language, agent?.name ?? null);
  const none = agents !== null && !agents.some((candidate) => candidate.installed);
  return (
    <div className="start">
      <Welcome
        variant="borderless"
        title={agent ? agent.title[language] : t('start.title')}
        description={agent ? agent.description[language] : t('start.line')}
      />
      {none && <p className="notice warning">{t('start.noAgents')}</p>}
      {examples.length > 0 && (
        <Prompts
          title={t('start.examples')}
          wrap
          items={examples.map((example) => ({
            key: example.key,
            label: (
              <button type="button" className="plain" data-testid="example">
                {example.question}
              </button>
            ),
            ...(agent ? {} : { description: example.agent }),
          }))}
          onItemClick={({ data }) => {
            const chosen = examples.find((example) => example.key === data.key);
            if (chosen) onAsk(chosen.question);
          }}
        />
      )}
    </div>
  );
}

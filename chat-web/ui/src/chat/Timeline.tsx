import type { Agent } from '../api/types';
import { useLanguage } from '../i18n/language';
import type { Language, Translate } from '../i18n/language';
import { duration, percent } from '../i18n/time';
import { agentTitle } from './agent-title';
import type { TurnView } from './turn-view';

interface Step {
  text: string;
  detail?: string;
  state?: string;
}

/** What happened in a turn, in order: routed, searched, computed, checked, done. */
export function stepsOf(turn: TurnView, agents: Agent[], t: Translate, language: Language): Step[] {
  const steps: Step[] = [];
  const sure = turn.confidence === null ? {} : { detail: t('timeline.confidence', { percent: percent(turn.confidence, language) }) };
  if (turn.parts.length > 1) steps.push({ text: t('timeline.routedParts', { n: turn.parts.length }), ...sure });
  for (const part of turn.parts) {
    const several = turn.parts.length > 1;
    steps.push({
      text: t('timeline.routed', { agent: agentTitle(agents, part.agent, language) }),
      ...(several ? { detail: part.request, state: t(`status.${part.status}`) } : sure),
    });
  }
  if (turn.searched) steps.push({ text: t('timeline.searched', { ...turn.searched }) });
  for (const tool of turn.tools) steps.push({ text: t('timeline.tool', { name: tool.name }), state: t(`status.${tool.status}`) });
  if (turn.clarification) steps.push({ text: t('timeline.clarify'), detail: turn.clarification.question });
  if (turn.support && turn.citations.length > 0) {
    steps.push({
      text: t('timeline.checked', { percent: percent(turn.support.rate, language) }),
      ...(turn.support.struck > 0 ? { detail: t('timeline.struck', { n: turn.support.struck }) } : {}),
    });
  }
  if (turn.status === 'finished' && turn.tookMs !== null) steps.push({ text: t('timeline.done', { time: duration(turn.tookMs, t) }) });
  return steps;
}

export function Timeline({ turn, agents }: { turn: TurnView; agents: Agent[] }) {
  const { t, language } = useLanguage();
  return (
    <ol className="timeline">
      {stepsOf(turn, agents, t, language).map((step, index) => (
        <li key={index}>
          {step.text}
          {step.state && <span className="quiet"> · {step.state}</span>}
          {step.detail && <span className="quiet"> · {step.detail}</span>}
        </li>
      ))}
    </ol>
  );
}

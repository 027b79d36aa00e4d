import type { TurnEvent } from '../api/turn-events';
import { applyEvent } from './turn-view';
import type { TurnView } from './turn-view';

export type TurnsAction =
  | { do: 'show'; turns: TurnView[] }
  | { do: 'ask'; turn: TurnView }
  | { do: 'change'; key: string; change: Partial<TurnView> }
  | { do: 'event'; key: string; next: TurnEvent }
  | { do: 'drop'; key: string };

export function turnsReducer(turns: TurnView[], action: TurnsAction): TurnView[] {
  switch (action.do) {
    case 'show':
      return action.turns;
    case 'ask':
      return [...turns, action.turn];
    case 'change':
      return turns.map((turn) => (turn.key === action.key ? { ...turn, ...action.change } : turn));
    case 'event':
      return turns.map((turn) => (turn.key === action.key ? applyEvent(turn, action.next.sequence, action.next.event) : turn));
    case 'drop':
      return turns.filter((turn) => turn.key !== action.key);
  }
}

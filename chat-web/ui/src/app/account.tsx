import { createContext, useContext } from 'react';
import type { User } from '../api/types';

export interface Account {
  user: User;
  logout: () => void;
}

const Context = createContext<Account | null>(null);
export const AccountProvider = Context.Provider;

export function useAccount(): Account {
  const account = useContext(Context);
  if (!account) throw new Error('useAccount stands outside AccountProvider');
  return account;
}

import type { User } from '../api/types';

export const mayAudit = (user: User): boolean => user.roles.includes('auditor') || user.roles.includes('admin');

import type { components } from './schema';

type Schemas = components['schemas'];

export type Agent = Schemas['Agent'];
export type AgUiEvent = Schemas['AgUiEvent'];
export type Attachment = Schemas['Attachment'];
export type AuditPage = Schemas['AuditPage'];
export type AuditRecord = Schemas['AuditRecord'];
export type Block = Schemas['Block'];
export type BroughtFile = Schemas['File'];
export type Citation = Schemas['Citation'];
export type Clarification = Schemas['Clarification'];
export type Clearance = Schemas['Clearance'];
export type Document = Schemas['Document'];
export type DocumentChange = Schemas['DocumentChange'];
export type Feedback = Schemas['Feedback'];
export type FeedbackReason = Schemas['FeedbackReason'];
export type Grantee = Schemas['Grantee'];
export type Job = Schemas['Job'];
export type JobFile = Schemas['JobFile'];
export type LoggedIn = Schemas['LoggedIn'];
export type NewFeedback = Schemas['NewFeedback'];
export type NewShare = Schemas['NewShare'];
export type NewSource = Schemas['NewSource'];
export type NewTurn = Schemas['NewTurn'];
export type NewUser = Schemas['NewUser'];
export type Notice = Schemas['Notice'];
export type Page = Schemas['Page'];
export type Part = Schemas['Part'];
export type Problem = Schemas['Problem'];
export type SearchResult = Schemas['SearchResult'];
export type FoundPassage = SearchResult['items'][number];
export type Searched = Schemas['Searched'];
export type Session = Schemas['Session'];
export type Share = Schemas['Share'];
export type Source = Schemas['Source'];
export type SourceChange = Schemas['SourceChange'];
export type SourceFailure = Schemas['SourceFailure'];
export type SourceRun = Schemas['SourceRun'];
export type SourceRunDetail = Schemas['SourceRunDetail'];
export type Status = Schemas['Status'];
export type Tier = Schemas['Tier'];
export type ToolCall = Schemas['ToolCall'];
export type Turn = Schemas['Turn'];
export type User = Schemas['User'];
export type Format = Schemas['Document']['format'];

/** A list as the server pages it: `next` is what `after` of the following call is. */
export interface Paged<T> {
  items: T[];
  next: string | null;
}

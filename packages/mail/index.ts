export { type Attachment, type Composed, composeLetter, type LetterParts, type Mailbox } from './compose.ts';
export * from './content.ts';

export { type Block, type LetterContent, type MailLook, mailLook } from './blocks.ts';
export { type Attachment, type Composed, composeLetter, type LetterParts, type Mailbox } from './compose.ts';
export { letterHtml } from './letter-html.tsx';
export { letterText } from './letter-text.ts';

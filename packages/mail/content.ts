export { type Block, type LetterContent, type MailLook, mailLook } from './blocks.ts';
export { letterHtml } from './letter-html.tsx';
export { letterText } from './letter-text.ts';

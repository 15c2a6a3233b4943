export { type Block, type LetterContent, mailLook, type MailLook } from './blocks.ts';
export { letterHtml } from './letter-html.tsx';
export { letterText } from './letter-text.ts';

import type { Examples } from '../examples.ts';
import { FileUpload } from './file-upload.tsx';

export const examples: Examples = {
  plain: (
    <FileUpload name="members" label="A list of members" hint="A CSV file with a column for the email address" accept=".csv,text/csv" />
  ),
  wrong: <FileUpload name="members-2" label="A list of members" error="Choose a CSV file" />,
};

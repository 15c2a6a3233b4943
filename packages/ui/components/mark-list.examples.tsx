import type { Examples } from '../examples.ts';
import { MarkList, ShownCode } from './mark-list.tsx';

const squares = Array.from({ length: 25 }, (_row, y) => Array.from({ length: 25 }, (_cell, x) => x > 1 && y > 1 && (x * y) % 3 === 0));

export const examples: Examples = {
  'names to press': (
    <MarkList
      action="/here"
      names={{ mark: 'here', unmark: 'notHere' }}
      marked="here"
      find="Find by name"
      says={{
        counted: '{marked} of {all} are here.',
        unsent: '{n} not yet sent.',
        sent: 'Everything is sent.',
        signedOut: '{n} not yet sent. Sign in again.',
        offline: 'You can go on without a connection.',
      }}
      items={[
        { id: 'one', text: 'Ada Sample', marked: true },
        { id: 'two', text: 'Somebody with a name that is rather long, and then some more of it', more: 'Example Group', marked: false },
      ]}
    />
  ),
  'a code for a room': <ShownCode code="482 913" picture={{ squares, says: 'The address, to be scanned' }} />,
};

import type { ReportContent } from '../domain/report.ts';

/** A plainly made-up report for tests. */
export function sampleContent(changes: Partial<ReportContent> = {}): ReportContent {
  return {
    title: 'A sample event',
    startsAt: '2026-02-10T10:00:00.000Z',
    endsAt: '2026-02-10T12:30:00.000Z',
    timeZone: 'Europe/London',
    mode: 'online',
    place: '',
    introduction: 'We came together to try things out.',
    context: { heading: 'Trying things out', prose: 'It helps to [begin small](https://example.org/small).' },
    speakers: [
      { id: 'spk_1', name: 'Sample Speaker', role: 'Head of Samples', organisation: 'Example Organisation', section: 'They spoke.' },
    ],
    question: 'What helps?',
    themes: [{ label: 'Openness', prose: 'Say what can change.', spread: { rooms: 4, of: 6 } }],
    ending: '',
    showSpread: false,
    ...changes,
  };
}

import type { Advice, Place } from '../domain/checks.ts';
import { words } from '../words.en.ts';

/** What could be better, each with the way to the part that it is about. */
export function AdviceList({ advice, base }: { readonly advice: readonly Advice[]; readonly base: string }) {
  return (
    <>
      <h2>{words.console.couldBeBetter}</h2>
      {advice.length === 0 ? (
        <p>{words.console.noAdvice}</p>
      ) : (
        <>
          <p>{words.console.adviceExplain}</p>
          <ul>
            {advice.map((each) => (
              <li key={JSON.stringify(each)}>
                {placeOf(each, base)}: {adviceSentence(each)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

export function adviceSentence(advice: Advice): string {
  switch (advice.kind) {
    case 'empty':
    case 'no-themes':
    case 'no-question':
      return words.advice[advice.kind];
    case 'link-text':
    case 'bare-address':
    case 'abbreviation':
      return words.advice[advice.kind](advice.text);
    case 'named-differently':
      return words.advice[advice.kind](advice.name, advice.text);
  }
}

function placeOf(advice: Advice, base: string) {
  switch (advice.kind) {
    case 'no-themes':
      return <a href={`${base}/themes`}>{words.console.themes}</a>;
    case 'no-question':
      return <a href={`${base}/edit`}>{words.console.question}</a>;
    default:
      return <PlaceLink at={advice.at} base={base} />;
  }
}

function PlaceLink({ at, base }: { readonly at: Place; readonly base: string }) {
  switch (at.part) {
    case 'introduction':
      return <a href={`${base}/report/introduction`}>{words.console.introduction}</a>;
    case 'context':
      return <a href={`${base}/report/context`}>{words.console.context}</a>;
    case 'speaker':
      return <a href={`${base}/report/speakers/${at.speakerId}`}>{words.console.speaker(at.name)}</a>;
    case 'themes':
      return (
        <a href={`${base}/themes`}>
          {words.console.themes}, {at.label}
        </a>
      );
    case 'ending':
      return <a href={`${base}/report/ending`}>{words.console.ending}</a>;
  }
}

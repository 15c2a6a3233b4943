import type { ComponentChildren } from 'preact';
import { Tag, type Tone } from './tag.tsx';

export interface CardProps {
  readonly title: string;
  readonly href?: string | undefined;
  /** The heading's level; 2 unless said. */
  readonly level?: 2 | 3 | 4 | undefined;
  readonly tag?: { readonly text: string; readonly tone?: Tone | undefined } | undefined;
  /** A leaf of the calendar beside the title; `at` is the machine's date, '2026-03-07'. */
  readonly day?: { readonly at: string; readonly weekday: string; readonly day: string; readonly month: string } | undefined;
  readonly children?: ComponentChildren;
}

/** A list of things to go to, such as the events to come. */
export function Cards({ cards }: { readonly cards: readonly CardProps[] }) {
  return (
    <ul class="cards">
      {cards.map((card) => (
        <li key={card.href ?? card.title}>
          <Card {...card} />
        </li>
      ))}
    </ul>
  );
}

export function Card({ title, href, level = 2, tag, day, children }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <div class={day ? 'card dated' : 'card'}>
      {day && (
        <time class="leaf" datetime={day.at}>
          <span>{day.weekday}</span> <b>{day.day}</b> <span>{day.month}</span>
        </time>
      )}
      <div>
        <Heading>{href ? <a href={href}>{title}</a> : title}</Heading>
        {tag && (
          <p>
            <Tag tone={tag.tone}>{tag.text}</Tag>
          </p>
        )}
        {children}
      </div>
    </div>
  );
}

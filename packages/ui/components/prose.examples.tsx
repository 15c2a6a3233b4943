import type { Examples } from '../examples.ts';
import { renderMarkdown } from '../markdown.ts';
import { Markdown, Prose, Quote } from './prose.tsx';

const text = `# Breakout discussions

In our groups, people shared what they thought about the question:

> What are the challenges and opportunities in the way that our organisations work?

### Resourcing

There is **often an ask** but no money to carry it out. See [the guide](https://example.org/guide).

1. Pay people for their time
2. Say what is on the table
   - and what is not

| Room | Points |
|---|---|
| Heather | 12 |

<script>alert('shown as text')</script> ![an image](https://example.org/a.png) [bad](javascript:alert(1))
`;

export const examples: Examples = {
  markdown: <Markdown html={renderMarkdown(text)} />,
  'running text and somebody’s words': (
    <Prose>
      <h2>Our speakers</h2>
      <p>Doreen began with the policies that support working together.</p>
      <Quote by="A member of the group">It is not easy to do, and we have work to do.</Quote>
    </Prose>
  ),
};

import { type FieldView, viewForm } from '@convener/forms';
import { type PageSetting, publicPage } from '@convener/http';
import { Button, Form, Radios, TextArea, TextInput } from '@convener/ui';
import { languages } from '../domain/member.ts';
import { words } from '../words.en.ts';
import { joinForm } from './member-forms.ts';

type FormState = NonNullable<Parameters<typeof viewForm>[1]>;

/** The public form. Letters with headings, in English, are what most want, so they are picked beforehand. */
export function joinPage({
  network,
  state = { kept: { format: 'html', language: 'en' } },
}: PageSetting & { readonly state?: FormState }): string {
  const { errors, field } = viewForm(joinForm, state);
  return publicPage({
    network,
    title: words.join.title,
    errors,
    robots: 'index',
    main: (
      <>
        <h1>{words.join.title}</h1>
        <p class="lead">{words.join.lead}</p>
        <Form action="/join">
          <TextInput {...field('email')} label={words.join.email} hint={words.join.emailHint} type="email" autocomplete="email" />
          <AboutMember field={field} />
          <p>
            {words.join.privacy} <a href="/privacy">{words.join.privacyLink}</a>.
          </p>
          <Button>{words.join.submit}</Button>
        </Form>
      </>
    ),
  });
}

/** What members may say of themselves, when they join and whenever they like. */
export function AboutMember({ field }: { readonly field: (name: 'name' | 'interests' | 'format' | 'language') => FieldView }) {
  return (
    <>
      <TextInput {...field('name')} label={words.join.name} hint={words.join.nameHint} autocomplete="nickname" spellcheck={false} />
      <Radios
        {...field('format')}
        label={words.join.format}
        options={[
          { value: 'html', label: words.formats.html },
          { value: 'text', label: words.formats.text },
        ]}
      />
      <Radios
        {...field('language')}
        label={words.join.language}
        hint={words.join.languageHint}
        options={languages.map((value) => ({ value, label: <span lang={value}>{words.languages[value]}</span> }))}
      />
      <TextArea {...field('interests')} label={words.join.interests} hint={words.join.interestsHint} rows={3} />
    </>
  );
}

import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Both spellings are valid HTML; the renderer writes <br/>.
    'void-style': 'off',
    // Titles carry the network's name; search engines cut them, people read them whole.
    'long-title': 'off',
    // Only the renderer's way of writing, which nobody sees.
    'no-trailing-whitespace': 'off',
    'no-raw-characters': 'off',
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    // Checkboxes of one question share their name: the form reads a list.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // Assets come from this very site.
    'require-sri': 'off',
  },
});

/** Parts of a table that is laid out as cards say what they are: some browsers forget it. */
function isProblem({ ruleId, message }: { readonly ruleId: string; readonly message: string }): boolean {
  return ruleId !== 'no-redundant-role' || !/<(?:table|thead|tbody|tr|th|td)>$/.test(message);
}

/** What is wrong with a page's (or a piece's) HTML: one sentence each. */
export async function htmlProblems(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages
      .filter(isProblem)
      .map((message) => `${message.ruleId}: ${message.message} (line ${message.line}, ${message.selector ?? ''})`),
  );
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ChatModelError } from '../domain/errors.js';
import { promptUnreadable } from '../domain/wording/models.js';
import { findProjectRoot } from '../system/project-root.js';

export type FormattedPrompt = { system: string; user: string };

/**
 * prompts/NAME.md with its variables filled in. The file is two LangChain f-string templates under the headings
 * `# system` and `# user`: {name} is a variable, {{ and }} are braces. Values are put in as they are, braces
 * and all. Throws ChatModelError where the file cannot be read, an Error where it and the variables do not fit.
 */
export async function formatPrompt(
  name: string,
  variables: Readonly<Record<string, string>>,
): Promise<FormattedPrompt> {
  const { ChatPromptTemplate } = await import('@langchain/core/prompts');
  const { system, user } = splitParts(name, await readPrompt(name));
  const template = ChatPromptTemplate.fromMessages([
    ['system', system],
    ['human', user],
  ]);
  checkVariables(name, template.inputVariables, Object.keys(variables));
  const [systemMessage, userMessage] = await template.formatMessages({ ...variables });
  return { system: systemMessage?.text ?? '', user: userMessage?.text ?? '' };
}

async function readPrompt(name: string): Promise<string> {
  const path = join('prompts', `${name}.md`);
  try {
    return await readFile(join(findProjectRoot(), path), 'utf8');
  } catch (error) {
    throw new ChatModelError(promptUnreadable(path), { cause: error });
  }
}

function splitParts(name: string, text: string): FormattedPrompt {
  const parts = /^# system\r?\n(?<system>[\s\S]*?)\r?\n# user\r?\n(?<user>[\s\S]*)$/.exec(text)?.groups;
  if (!parts) throw new Error(`prompts/${name}.md has no headings "# system" and "# user"`);
  return { system: parts.system?.trim() ?? '', user: parts.user?.trim() ?? '' };
}

function checkVariables(name: string, wanted: readonly string[], given: readonly string[]): void {
  const missing = wanted.filter((variable) => !given.includes(variable));
  const unused = given.filter((variable) => !wanted.includes(variable));
  if (missing.length > 0 || unused.length > 0) {
    throw new Error(
      `prompts/${name}.md: missing [${missing.join(', ')}], not asked for [${unused.join(', ')}]`,
    );
  }
}

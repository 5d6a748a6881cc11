import { UsageError } from '../../domain/errors.js';
import * as wording from '../../domain/wording/cli-repl.js';
import { checkQuestion } from '../check-question.js';
import { escapeControls } from '../escape-controls.js';
import { findNearest } from '../nearest.js';
import { parseDay } from '../parse-day.js';
import { printArticle } from '../print-article.js';
import { printHits } from '../print-hits.js';
import { type Session, toQuestion } from './session.js';

const PASSAGES = 5;

type SlashCommand = (argument: string, session: Session) => Promise<void>;

const slashCommands: Record<string, SlashCommand> = {
  help: (_, { output }) => output.print(wording.help()),
  sources: showSources,
  open: openArticle,
  search: searchWords,
  asof: chooseAskedOn,
  status: async (_, { app, output }) =>
    output.print(escapeControls(wording.describeCoverage(await app.archive.coverage()))),
};

/** `open 2` → runs it. Returns false for `quit`. */
export async function runSlashCommand(text: string, session: Session): Promise<boolean> {
  const [given = '', ...words] = text.trim().split(/\s+/);
  const name = given.toLowerCase();
  if (name === 'quit' || name === 'exit') return false;
  const command = Object.hasOwn(slashCommands, name) ? slashCommands[name] : undefined;
  if (!command) {
    const nearest = findNearest(name, [...Object.keys(slashCommands), 'quit']);
    throw new UsageError(wording.unknownCommand(`/${given}`, nearest && `/${nearest}`));
  }
  await command(words.join(' '), session);
  return true;
}

async function showSources(_: string, { conversation, output }: Session): Promise<void> {
  if (conversation.citations.length === 0) throw new UsageError(wording.noSources());
  for (const citation of conversation.citations)
    await output.print(escapeControls(wording.formatSource(citation)));
}

async function openArticle(argument: string, { app, conversation, output }: Session): Promise<void> {
  const number = /^\[?(\d{1,4})\]?$/.exec(argument)?.[1];
  const articleId = conversation.openable[Number(number) - 1];
  if (articleId === undefined) throw new UsageError(wording.openWhat(conversation.openable.length));
  const [article] = await app.archive.loadArticles([articleId]);
  if (!article) throw new UsageError(wording.articleGone());
  await printArticle(article, output);
}

async function searchWords(argument: string, session: Session): Promise<void> {
  if (argument === '') throw new UsageError(wording.searchWhat());
  const { app, conversation, output } = session;
  const found = await app.service.search(
    { ...toQuestion(checkQuestion(argument), session), history: [] },
    PASSAGES,
  );
  await printHits(found, output);
  conversation.openable = found.hits.map(({ article }) => article.articleId);
}

async function chooseAskedOn(argument: string, { conversation, output }: Session): Promise<void> {
  if (argument === '') {
    conversation.setAskedOn(null);
    return output.print(wording.askedOnUnset(conversation.askedOn()));
  }
  conversation.setAskedOn(parseDay('/asof', argument));
  return output.print(wording.askedOnSet(conversation.askedOn()));
}

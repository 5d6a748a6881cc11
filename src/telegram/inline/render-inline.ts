import type { InlineQueryResultArticle } from 'grammy/types';
import { alsoIn, formatPlaceInPrint, formatSourceLine } from '../../domain/wording/source-line.js';
import type { ShownHit } from '../../search/reprints.js';
import { defuseText } from '../defuse-text.js';
import { showText } from '../show-text.js';
import { splitHtml } from '../split-html.js';
import { chooseQuote } from './choose-quote.js';
import { shorten } from './shorten.js';

/** Characters; the list shows a line of title and two or three of description. */
const TITLE = 60;
const DESCRIPTION = 140;
/** More twins than this say nothing more. */
const REPRINTS_SHOWN = 3;

/** A found text as it is offered in the list and sent into the chat when it is chosen: its quote and its source. */
export function renderInlineArticle({ hit, reprints }: ShownHit, question: string): InlineQueryResultArticle {
  const { article } = hit;
  const quote = chooseQuote(hit.text, question);
  return {
    type: 'article',
    id: article.articleId,
    title: shorten(defuseText(article.headline ?? quote), TITLE),
    description: shorten(defuseText(`${formatPlaceInPrint(article)} ${quote}`), DESCRIPTION),
    input_message_content: {
      message_text: renderMessage(quote, [
        formatSourceLine(article),
        ...reprints.slice(0, REPRINTS_SHOWN).map((one) => alsoIn(formatSourceLine(one))),
      ]),
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    },
  };
}

/** One message, however long a headline is. */
function renderMessage(quote: string, sources: readonly string[]): string {
  const [html = ''] = splitHtml(
    `<blockquote>${showText(quote)}</blockquote>\n${sources.map(showText).join('\n')}`,
  );
  return html;
}

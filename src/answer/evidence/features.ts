/** What speaks for a sentence as the answer to a question, each 0 to 1; what each counts stands in evidence-weights.ts. */
export type SentenceFeature =
  // How much of the question's words is there, each weighted by its rarity …
  | 'inSentence'
  | 'inContext'
  | 'inReach'
  // … and how heavy the heaviest word is that is not.
  | 'missing'
  // The share of the question's character pairs.
  | 'pairs'
  // A value of the asked kind, and how close the question's words stand to it.
  | 'value'
  | 'noValue'
  | 'near'
  | 'asked'
  /** The word whose value is asked for stands in the sentence. */
  | 'askedSaid'
  | 'cue'
  // Time and numbers of the question.
  | 'timeFits'
  // … of a day or of a month that the text tells, not the issue date alone, as far as the question's words are there, too.
  | 'dayFits'
  | 'monthFits'
  // … of a time counted from the day of asking (去年), the same way.
  | 'countedFits'
  | 'timeDiffers'
  | 'yearSaid'
  | 'yearAsked'
  | 'yearOther'
  | 'numbersInArticle'
  // The hit, and the sentence itself.
  | 'hit'
  | 'rank'
  | 'lead'
  | 'long'
  | 'isQuestion'
  /** How many other articles hold the same value in a likely sentence; filled in by count-agreement.ts. */
  | 'agreement';

export type SentenceFeatures = Record<SentenceFeature, number>;

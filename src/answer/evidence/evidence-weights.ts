import type { SentenceFeature, SentenceFeatures } from './features.js';

type Weights<Feature extends string = SentenceFeature> = Readonly<Partial<Record<Feature, number>>> & {
  readonly bias: number;
};

/** What is known of the best sentence beside its features; `chance` and the leads in logits. */
type AnswerFeature =
  | SentenceFeature
  | 'chance'
  | 'leadOfArticle'
  | 'leadOfValue'
  | 'asksValue'
  | 'asksName'
  | 'headed';

const ALONE: Weights = {
  bias: -7.65,
  inSentence: 0.23,
  inContext: 1.8,
  inReach: -1.43,
  missing: 0.12,
  pairs: 1.9,
  value: 0.91,
  noValue: -1.44,
  near: 0.25,
  asked: 0.29,
  askedSaid: 0.46,
  cue: 0.27,
  timeFits: -0.29,
  dayFits: 1.08,
  monthFits: 1.09,
  timeDiffers: -0.04,
  yearSaid: 0.23,
  yearAsked: -0.32,
  yearOther: -1.4,
  numbersInArticle: 0.62,
  hit: 4.84,
  rank: 0.86,
  lead: 0.33,
  long: -0.83,
  isQuestion: -0.66,
};
const WITH_OTHERS: Weights = {
  bias: -7.38,
  inSentence: 0.06,
  inContext: 1.86,
  inReach: -1.35,
  missing: 0.24,
  pairs: 1.87,
  value: 0.56,
  noValue: -1.33,
  near: 0.21,
  asked: 0.31,
  askedSaid: 0.47,
  cue: 0.23,
  timeFits: -0.11,
  dayFits: 1.29,
  monthFits: 1.12,
  timeDiffers: 0.08,
  yearSaid: 0.22,
  yearAsked: -0.63,
  yearOther: -1.45,
  numbersInArticle: 0.56,
  hit: 3.77,
  rank: 1.43,
  lead: 0.31,
  long: -0.93,
  isQuestion: -0.59,
  agreement: 2.39,
};

const ANSWERABLE: Weights<AnswerFeature> = {
  bias: -6.1,
  inSentence: 0.57,
  inContext: 0.49,
  inReach: 0.55,
  missing: -0.59,
  pairs: -0.52,
  value: -0.16,
  noValue: -1.36,
  near: 0.34,
  asked: -1.05,
  askedSaid: 0.89,
  cue: -0.29,
  timeFits: -0.69,
  dayFits: 3.38,
  monthFits: 1.41,
  timeDiffers: -0.55,
  yearSaid: 1.41,
  yearAsked: -0.06,
  yearOther: -1.17,
  numbersInArticle: -0.33,
  hit: 5.55,
  rank: 0.16,
  lead: -0.46,
  long: -0.32,
  isQuestion: -5.56,
  agreement: 3.09,
  chance: 0.24,
  leadOfArticle: 0.36,
  leadOfValue: 0.21,
  asksValue: -0.04,
  asksName: -0.4,
  headed: 1.7,
};

/** The chance, 0 to 1, that a sentence holds the answer, judged by itself. */
export const chanceAlone = (features: SentenceFeatures): number => chance(ALONE, features);

/** The same where it is known how far other articles agree. */
export const chanceWithOthers = (features: SentenceFeatures): number => chance(WITH_OTHERS, features);

/** The chance that the best sentence answers, so that the question is not to be refused. */
export const chanceOfAnswer = (features: Readonly<Record<AnswerFeature, number>>): number =>
  chance(ANSWERABLE, features);

/** Logistic regression: 1 / (1 + e^−(bias + Σ weight · value)). */
function chance<Feature extends string>(
  { bias, ...weights }: Weights<Feature>,
  features: Readonly<Record<Feature, number>>,
): number {
  let sum = bias;
  for (const [feature, weight] of Object.entries(weights) as [Feature, number][])
    sum += weight * features[feature];
  return 1 / (1 + Math.exp(-sum));
}

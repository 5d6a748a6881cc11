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
  bias: -7.68,
  inSentence: 0.34,
  inContext: 1.83,
  inReach: -1.33,
  missing: 0.18,
  pairs: 1.83,
  value: 0.79,
  noValue: -1.39,
  near: 0.07,
  asked: 0.23,
  askedSaid: 0.54,
  cue: 0.31,
  timeFits: -0.3,
  dayFits: 1.01,
  monthFits: 1.12,
  timeDiffers: -0.09,
  yearSaid: 0.24,
  yearAsked: -0.29,
  yearOther: -1.36,
  numbersInArticle: 0.6,
  hit: 4.96,
  rank: 0.78,
  lead: 0.36,
  long: -0.94,
  isQuestion: -0.65,
};
const WITH_OTHERS: Weights = {
  bias: -7.38,
  inSentence: 0.24,
  inContext: 1.92,
  inReach: -1.31,
  missing: 0.31,
  pairs: 1.76,
  value: 0.4,
  noValue: -1.27,
  near: -0.03,
  asked: 0.23,
  askedSaid: 0.55,
  cue: 0.25,
  timeFits: -0.1,
  dayFits: 1.23,
  monthFits: 1.17,
  timeDiffers: 0.04,
  yearSaid: 0.25,
  yearAsked: -0.61,
  yearOther: -1.41,
  numbersInArticle: 0.55,
  hit: 3.82,
  rank: 1.37,
  lead: 0.34,
  long: -1.09,
  isQuestion: -0.59,
  agreement: 2.54,
};

const ANSWERABLE: Weights<AnswerFeature> = {
  bias: -6.7,
  inContext: 0.9,
  inReach: 1.49,
  missing: -0.37,
  pairs: -0.23,
  value: 0.23,
  noValue: -0.84,
  near: 0.71,
  asked: -0.9,
  askedSaid: 0.78,
  cue: -0.37,
  timeFits: -0.79,
  dayFits: 2.91,
  monthFits: 1.79,
  timeDiffers: -0.69,
  yearSaid: 1.3,
  yearAsked: 0.11,
  yearOther: -0.93,
  numbersInArticle: -0.35,
  hit: 4.73,
  rank: -0.16,
  lead: -0.35,
  long: 0.06,
  isQuestion: -5.83,
  agreement: 2.81,
  chance: 0.26,
  leadOfArticle: 0.36,
  leadOfValue: 0.25,
  asksValue: -0.16,
  asksName: -0.43,
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

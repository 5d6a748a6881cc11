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
  bias: -7.63,
  inSentence: 0.23,
  inContext: 1.81,
  inReach: -1.46,
  missing: 0.13,
  pairs: 1.94,
  value: 0.91,
  noValue: -1.42,
  near: 0.25,
  asked: 0.28,
  askedSaid: 0.47,
  cue: 0.28,
  timeFits: -0.46,
  dayFits: 1.1,
  monthFits: 1.03,
  countedFits: 0.52,
  timeDiffers: -0.1,
  yearSaid: 0.16,
  yearAsked: -0.18,
  yearOther: -1.31,
  numbersInArticle: 0.67,
  hit: 4.8,
  rank: 0.86,
  lead: 0.32,
  long: -0.78,
  isQuestion: -0.65,
};
const WITH_OTHERS: Weights = {
  bias: -7.32,
  inSentence: 0.1,
  inContext: 1.89,
  inReach: -1.45,
  missing: 0.25,
  pairs: 1.91,
  value: 0.55,
  noValue: -1.3,
  near: 0.17,
  asked: 0.31,
  askedSaid: 0.46,
  cue: 0.24,
  timeFits: -0.34,
  dayFits: 1.32,
  monthFits: 1.04,
  countedFits: 0.73,
  yearSaid: 0.12,
  yearAsked: -0.43,
  yearOther: -1.34,
  numbersInArticle: 0.63,
  hit: 3.72,
  rank: 1.44,
  lead: 0.29,
  long: -0.87,
  isQuestion: -0.57,
  agreement: 2.43,
};

const ANSWERABLE: Weights<AnswerFeature> = {
  bias: -5.98,
  inSentence: 0.77,
  inContext: 0.21,
  inReach: 0.32,
  missing: -0.63,
  pairs: -0.34,
  value: -0.07,
  noValue: -1.15,
  near: 0.34,
  asked: -1.06,
  askedSaid: 0.89,
  cue: -0.27,
  timeFits: -0.88,
  dayFits: 3.68,
  monthFits: 0.48,
  countedFits: 2.77,
  timeDiffers: -0.32,
  yearSaid: 1.17,
  yearOther: -0.95,
  numbersInArticle: 0.11,
  hit: 5.55,
  rank: -0.04,
  lead: -0.62,
  long: -0.13,
  isQuestion: -0.46,
  agreement: 3.16,
  chance: 0.27,
  leadOfArticle: 0.34,
  leadOfValue: 0.24,
  asksValue: -0.03,
  asksName: -0.43,
  headed: 1.72,
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

import type { SentenceFeature, SentenceFeatures } from './features.js';

type Weights<Feature extends string = SentenceFeature> = Readonly<Partial<Record<Feature, number>>> & {
  readonly bias: number;
};

/** What is known of the best sentence beside its features; `chance` and the leads in logits. */
type AnswerFeature = SentenceFeature | 'chance' | 'leadOfArticle' | 'leadOfValue' | 'asksValue' | 'asksName';

const ALONE: Weights = {
  bias: -6.94,
  inSentence: 0.32,
  inContext: 1.42,
  inReach: -1.81,
  missing: -0.12,
  pairs: 1.91,
  value: 0.62,
  noValue: -1.41,
  near: 0.43,
  asked: 0.02,
  askedSaid: 0.61,
  cue: 0.35,
  timeFits: -0.38,
  dayFits: 1.08,
  monthFits: 0.96,
  timeDiffers: -0.25,
  yearSaid: 0.27,
  yearAsked: -0.14,
  yearOther: -1.14,
  numbersInArticle: 0.5,
  hit: 5.08,
  rank: 0.21,
  lead: 0.45,
  long: -0.47,
  isQuestion: -0.56,
};
const WITH_OTHERS: Weights = {
  bias: -6.47,
  inSentence: 0.24,
  inContext: 1.23,
  inReach: -1.11,
  missing: 0.13,
  pairs: 1.77,
  value: -0.09,
  noValue: -1.21,
  near: 0.32,
  asked: -0.1,
  askedSaid: 0.7,
  cue: 0.27,
  timeFits: -0.14,
  dayFits: 1.38,
  monthFits: 0.98,
  timeDiffers: -0.17,
  yearSaid: 0.3,
  yearAsked: -0.4,
  yearOther: -1.07,
  numbersInArticle: 0.44,
  hit: 2.82,
  rank: 0.84,
  lead: 0.48,
  long: -0.57,
  isQuestion: -0.43,
  agreement: 3.44,
};

const ANSWERABLE: Weights<AnswerFeature> = {
  bias: -6.54,
  inSentence: 1.69,
  inContext: 1.06,
  inReach: 1.47,
  missing: 0.27,
  pairs: -0.56,
  value: 0.39,
  noValue: 0.08,
  near: -1.16,
  asked: -0.21,
  askedSaid: -0.26,
  cue: -0.39,
  timeFits: -0.82,
  dayFits: 1.53,
  monthFits: 1.08,
  timeDiffers: -0.39,
  yearSaid: 1.01,
  yearAsked: -0.13,
  yearOther: -0.65,
  numbersInArticle: -0.44,
  hit: 6.35,
  rank: -0.35,
  lead: -0.84,
  long: 0.29,
  isQuestion: -5.52,
  agreement: 2.64,
  chance: 0.4,
  leadOfArticle: 0.62,
  leadOfValue: 0.31,
  asksValue: -0.59,
  asksName: -0.68,
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

import type { SentenceFeature, SentenceFeatures } from './features.js';

type Weights<Feature extends string = SentenceFeature> = Readonly<Partial<Record<Feature, number>>> & {
  readonly bias: number;
};

/** What is known of the best sentence beside its features; `chance` and the leads in logits. */
type AnswerFeature = SentenceFeature | 'chance' | 'leadOfArticle' | 'leadOfValue' | 'asksValue' | 'asksName';

const ALONE: Weights = {
  bias: -6.9,
  inSentence: 0.35,
  inContext: 1.45,
  inReach: -1.94,
  missing: -0.14,
  pairs: 1.92,
  value: 0.62,
  noValue: -1.5,
  near: 0.41,
  asked: 0.04,
  askedSaid: 0.59,
  cue: 0.35,
  timeFits: -0.41,
  dayFits: 1.06,
  monthFits: 0.94,
  timeDiffers: -0.28,
  yearSaid: 0.28,
  yearAsked: -0.13,
  yearOther: -1.12,
  numbersInArticle: 0.52,
  hit: 5.09,
  rank: 0.2,
  lead: 0.45,
  long: -0.46,
  isQuestion: -0.55,
};
const WITH_OTHERS: Weights = {
  bias: -6.43,
  inSentence: 0.27,
  inContext: 1.29,
  inReach: -1.22,
  missing: 0.12,
  pairs: 1.78,
  value: -0.11,
  noValue: -1.28,
  near: 0.28,
  asked: -0.08,
  askedSaid: 0.67,
  cue: 0.27,
  timeFits: -0.16,
  dayFits: 1.37,
  monthFits: 0.97,
  timeDiffers: -0.2,
  yearSaid: 0.31,
  yearAsked: -0.39,
  yearOther: -1.05,
  numbersInArticle: 0.44,
  hit: 2.79,
  rank: 0.86,
  lead: 0.49,
  long: -0.57,
  isQuestion: -0.41,
  agreement: 3.5,
};

const ANSWERABLE: Weights<AnswerFeature> = {
  bias: -6.45,
  inSentence: 1.71,
  inContext: 1.03,
  inReach: 1.44,
  missing: 0.23,
  pairs: -0.53,
  value: 0.35,
  noValue: 0.07,
  near: -1.19,
  asked: -0.23,
  askedSaid: -0.2,
  cue: -0.4,
  timeFits: -0.83,
  dayFits: 1.55,
  monthFits: 1.09,
  timeDiffers: -0.38,
  yearSaid: 1.01,
  yearAsked: -0.14,
  yearOther: -0.59,
  numbersInArticle: -0.49,
  hit: 6.36,
  rank: -0.32,
  lead: -0.83,
  long: 0.27,
  isQuestion: -5.54,
  agreement: 2.69,
  chance: 0.41,
  leadOfArticle: 0.62,
  leadOfValue: 0.3,
  asksValue: -0.6,
  asksName: -0.72,
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

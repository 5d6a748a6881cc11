import type { SentenceFeature, SentenceFeatures } from './features.js';

type Weights = Readonly<Partial<Record<SentenceFeature, number>>> & { readonly bias: number };

const ALONE: Weights = {
  bias: -6.756,
  inSentence: 0.352,
  inContext: 1.597,
  inReach: -1.98,
  missing: -0.145,
  pairs: 1.798,
  value: 0.566,
  noValue: -1.469,
  near: 0.456,
  asked: 0.004,
  askedSaid: 0.611,
  cue: 0.3,
  timeFits: -0.085,
  timeDiffers: -0.275,
  yearSaid: 0.223,
  yearAsked: -0.089,
  yearOther: -1.189,
  numbersInArticle: 0.49,
  hit: 4.802,
  rank: 0.413,
  lead: 0.507,
  long: -0.551,
  isQuestion: -0.614,
};
const WITH_OTHERS: Weights = {
  bias: -6.28,
  inSentence: 0.245,
  inContext: 1.467,
  inReach: -1.313,
  missing: 0.094,
  pairs: 1.662,
  value: -0.143,
  noValue: -1.283,
  near: 0.36,
  asked: -0.108,
  askedSaid: 0.694,
  cue: 0.219,
  timeFits: 0.194,
  timeDiffers: -0.221,
  yearSaid: 0.24,
  yearAsked: -0.298,
  yearOther: -1.103,
  numbersInArticle: 0.421,
  hit: 2.584,
  rank: 1.071,
  lead: 0.564,
  long: -0.66,
  isQuestion: -0.508,
  agreement: 3.338,
};

/** The chance, 0 to 1, that a sentence holds the answer, judged by itself. */
export const chanceAlone = (features: SentenceFeatures): number => chance(ALONE, features);

/** The same where it is known how far other articles agree. */
export const chanceWithOthers = (features: SentenceFeatures): number => chance(WITH_OTHERS, features);

/** Logistic regression: 1 / (1 + e^−(bias + Σ weight · value)). */
function chance({ bias, ...weights }: Weights, features: SentenceFeatures): number {
  let sum = bias;
  for (const [feature, weight] of Object.entries(weights))
    sum += weight * features[feature as SentenceFeature];
  return 1 / (1 + Math.exp(-sum));
}

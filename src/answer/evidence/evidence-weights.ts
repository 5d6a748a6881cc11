import type { SentenceFeature, SentenceFeatures } from './features.js';
import type { AnswerableFeature } from './measure-answerable.js';

type Weights<Feature extends string = SentenceFeature> = Readonly<Partial<Record<Feature, number>>> & {
  readonly bias: number;
};

/*
 * Fitted by logistic regression to the sentences of RGB (zh_refine, zh_fact), ChronoQA, a news archive, sample/ and five
 * city newspapers' pages, with the supporting articles there and with them taken away. Unanswerable zh_refine questions
 * count most in ANSWERABLE: nearly all that they name is held, only not the answer. Below, of questions that the fit had
 * not seen (five parts, each scored with the weights of the others): answered right, and in brackets the share of the
 * unanswerable ones that is refused, at the share of unanswerable zh_refine questions that is refused.
 *
 *   refused    zh_refine   ChronoQA     news         sample/
 *   .50        .873        .830 (.85)   .485 (.48)   .939 (.82)
 *   .55        .860        .827 (.86)   .477 (.52)   .939 (.82)
 *   .60        .840        .825 (.88)   .465 (.58)   .915 (.82)
 *   .70        .820        .819 (.91)   .449 (.68)   .902 (.82)
 *
 * MIN_CHANCE (choose-evidence.ts) stands where more than half are refused: from there on each further refusal costs an
 * answer. Left out because they moved nothing: names apart from other words, the longest shared run, numbers beside the
 * sentence, how close the question stands by kind of value, the likeness of the sentence's and the question's vectors,
 * boosted trees in place of the regression.
 */
const ALONE: Weights = {
  bias: -7.9,
  inSentence: 0.27,
  inContext: 1.74,
  inReach: -1.4,
  missing: 0.13,
  pairs: 1.84,
  value: 0.91,
  noValue: -1.42,
  near: 0.26,
  asked: 0.29,
  askedSaid: 0.46,
  cue: 0.28,
  timeFits: -0.6,
  dayFits: 1.08,
  monthFits: 1.01,
  countedFits: 0.67,
  timeDiffers: -0.16,
  yearSaid: 0.39,
  yearAsked: -0.01,
  yearOther: -1.04,
  numbersInArticle: 0.71,
  hit: 4.84,
  rank: 0.85,
  lead: 0.32,
  long: -0.76,
  isQuestion: -0.64,
};
const WITH_OTHERS: Weights = {
  bias: -7.69,
  inSentence: 0.27,
  inContext: 1.85,
  inReach: -1.42,
  missing: 0.25,
  pairs: 1.69,
  value: 0.56,
  noValue: -1.3,
  near: 0.13,
  asked: 0.34,
  askedSaid: 0.44,
  cue: 0.24,
  timeFits: -0.5,
  dayFits: 1.26,
  monthFits: 1.07,
  countedFits: 0.88,
  timeDiffers: -0.06,
  yearSaid: 0.45,
  yearAsked: -0.18,
  yearOther: -1.01,
  numbersInArticle: 0.67,
  hit: 3.77,
  rank: 1.43,
  lead: 0.3,
  long: -0.87,
  isQuestion: -0.58,
  agreement: 2.39,
};

const ANSWERABLE: Weights<AnswerableFeature> = {
  bias: -4.93,
  inSentence: 0.21,
  inContext: 0.1,
  inReach: -1.68,
  missing: -1.67,
  pairs: -1.16,
  value: -0.23,
  noValue: -1.06,
  near: 1.52,
  asked: -0.87,
  askedSaid: 0.6,
  cue: -0.28,
  timeFits: -1.03,
  dayFits: 2.36,
  monthFits: -0.08,
  countedFits: 2.79,
  timeDiffers: 3.31,
  yearSaid: 1.8,
  yearAsked: 0.15,
  yearOther: -1.45,
  numbersInArticle: 0.1,
  hit: 2.52,
  rank: -0.11,
  lead: -0.62,
  long: -0.11,
  isQuestion: -5.15,
  agreement: 2.65,
  chance: 0.34,
  leadOfArticle: -0.02,
  leadOfValue: 0.13,
  leadOfHit: 5.76,
  crowd: 0.17,
  alone: -0.63,
  othersContext: 1.73,
  askedLength: 9.55,
  asksValue: -0.46,
  asksName: -1.03,
  headed: 1.04,
};

/** The chance, 0 to 1, that a sentence holds the answer, judged by itself. */
export const chanceAlone = (features: SentenceFeatures): number => chance(ALONE, features);

/** The same where it is known how far other articles agree. */
export const chanceWithOthers = (features: SentenceFeatures): number => chance(WITH_OTHERS, features);

/** The chance that the best sentence answers, so that the question is not to be refused. */
export const chanceOfAnswer = (features: Readonly<Record<AnswerableFeature, number>>): number =>
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

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

/*
 * Fitted by logistic regression to the sentences of RGB (zh_refine, zh_fact), ChronoQA, a news archive, sample/ and five
 * city newspapers' pages, with the supporting articles there and with them taken away. Below, of questions that the fit
 * had not seen (two halves, each scored with the weights of the other): right within two sentences at the share of
 * unanswerable zh_refine questions that is refused.
 *
 *   refused    zh_refine   ChronoQA   news   sample/ (refused)
 *   none       .887        .837       .484   .907
 *   .50        .847        .791       .412   .872 (.818)
 *   .55        .820        .776       .375   .860 (.818)
 *   .60        .820        .763       .346   .849 (.818)
 *   .70        .787        .736       .295   .837 (.818)
 *
 * MIN_CHANCE (choose-evidence.ts) stands where more than half are refused: from there on each further refusal costs an
 * answer of an archive in which a thing is printed once. Left out because they moved nothing: names apart from other
 * words, the longest shared run, numbers beside the sentence, how close the question stands by kind of value, boosted
 * trees in place of the regression.
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

const ANSWERABLE: Weights<AnswerFeature> = {
  bias: -6.18,
  inSentence: 0.44,
  inContext: 0.53,
  inReach: 0.68,
  missing: -0.73,
  pairs: -0.41,
  value: -0.06,
  noValue: -1.08,
  near: 0.27,
  asked: -1.04,
  askedSaid: 0.72,
  cue: -0.2,
  timeFits: -0.79,
  dayFits: 3.69,
  monthFits: 0.22,
  countedFits: 2.66,
  timeDiffers: -0.38,
  yearSaid: 1.71,
  yearAsked: -0.06,
  yearOther: -1.09,
  numbersInArticle: 0.05,
  hit: 5.32,
  rank: -0.17,
  lead: -0.58,
  long: -0.38,
  isQuestion: -5.7,
  agreement: 3.01,
  chance: 0.29,
  leadOfArticle: 0.38,
  leadOfValue: 0.21,
  asksValue: -0.14,
  asksName: -0.5,
  headed: 1.64,
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

/**
 * What speaks for a block beginning an article or going on with one, as points that add up over a page. Set by hand
 * so that the surest sign (a dateline) outweighs all others together and two weak signs outweigh one.
 */
export const POINTS = {
  datelineBegins: 6,
  datelineGoesOn: -8,
  strongHeadlineBegins: 4.5,
  captionBegins: 2.5,
  captionGoesOn: -4,
  standingBylineBegins: 3,
  afterSignedBegins: 1.5,
  unnamedBegins: 0.5,
  afterGapBegins: 1.5,
  plainHeadlineBegins: -0.5,
  nothingBegins: -3,
  nextInOrder: 2,
  acrossCrosshead: 0.5,
  acrossHeadline: -2,
  outOfOrder: -1.5,
  finishedReopens: -2.5,
  sentenceGoesOn: 1.5,
  listGoesOn: 4,
  listGoesOnLater: 1,
  listBreaksOff: -3,
  listBeginsAnew: -1,
  affinity: 6,
  signsLatest: 1,
  creditsCaption: 3,
  signsEarlier: -3,
  unsigned: -0.7,
};

/** How readers ask where a sentence was printed: in marks, bare, behind a colon, with words before or after. */
const FORMS = [
  (text) => `“${text}”这句话出自哪天哪版`,
  (text) => `“${text}”这句话是哪篇报道里的？`,
  (text) => `「${text}」出自哪里`,
  (text) => `"${text}" 这句话登在哪天的报纸上`,
  (text) => `哪期报纸登过这句话：${text}`,
  (text) => `哪期报纸登过这句话：“${text}”`,
  (text) => `${text}这句话出自哪天哪版？`,
  (text) => `${text}\n这段话出自哪篇报道`,
  (text) => `请问“${text}”的出处`,
  (text) => `出处：${text}`,
  (text) => `谁说的“${text}”这句话登在哪里`,
  (text) => `“${text}”，原话是不是这样`,
  (text) => `帮我查一下这句话的出处：${text}`,
  (text) => `報紙上有沒有登過“${text}”這句話`,
  (text) => `请问${text}这句话是什么时候见报的`,
  (text) => `『${text}』这句话是谁说的，登在第几版？`,
];

export const ask = (text, draw) => FORMS[draw(FORMS.length)](text);

/** Questions over the bundled sample, each with words that stand in its answer and in no other's. */
export const LOAD_QUESTIONS: readonly { question: string; marker: string }[] = [
  { question: '石渡大桥有多长', marker: '全长1260米' },
  { question: '青泉市有多少亩核桃', marker: '1.8万亩核桃' },
  { question: '秦桂枝会剪多少种花样', marker: '72种花样' },
  { question: '望河路换了多少盏路灯', marker: '43盏路灯' },
  { question: '云坪县农村学校午餐每天补贴多少', marker: '由4.5元提高到6元' },
  { question: '桐岭茶旅融合园实际投资多少钱', marker: '1.35亿元' },
  { question: '青沙县返乡招聘会提供了多少岗位', marker: '提供岗位4300个' },
  { question: '澄汀城际铁路设几座车站', marker: '汀阳东7座车站' },
  { question: '春节前市总工会慰问了多少户困难职工', marker: '1286户' },
  { question: '程砚清现在是什么职务', marker: '副院长程砚清' },
];

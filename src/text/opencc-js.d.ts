/** The package ships no types for its single dictionaries: `鬥 斗|鬧 闹|…`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}

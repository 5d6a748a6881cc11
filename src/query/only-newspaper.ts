/** 只看汀阳晚报，…: a question within one newspaper, as find-newspaper-wall.ts reads it. */
export const limitTo = (newspaper: string, question: string): string => `只看${newspaper}，${question}`;

const LIMIT = /^只看[^，,]{2,14}[报刊讯]》?[，,]\s*/u;

/** The question itself; the wall is kept in the query's filter. */
export const dropLimit = (text: string): string => text.replace(LIMIT, '');

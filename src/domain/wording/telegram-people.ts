import { formatDay } from './day.js';

/** What the Telegram bot says to its admins of people: plain text, escaped where it is sent. */

export const ADMIN_COMMAND_DESCRIPTIONS = [
  ['users', '谁可以使用'],
  ['approve', '批准一个配对码'],
  ['revoke', '撤销一个人'],
  ['ingest', '把发来的文件入库'],
  ['undo', '撤回上一次入库'],
  ['reload', '重新读取档案'],
] as const;

export const adminHelp = (): string =>
  `管理员还可以用：
/users · 谁可以使用，可以撤销
/approve 配对码 · 批准一个人
/revoke 编号 或 /revoke @用户名 · 撤销一个人，立即生效
/ingest · 把报纸的文件私下发给我就会入库，最大 20 MB
/undo · 撤回自己上一次入库
/reload · 重新读取档案`;

/** A name that was typed by its owner, kept short. */
const shortName = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name);

/** 王读者 @reader_wang（编号 501）; a person of whom only the number is known is that. */
export const personName = ({ userId, name }: { userId: number; name: string }): string =>
  name === '' ? `编号 ${userId}` : `${shortName(name)}（编号 ${userId}）`;

type Named = Parameters<typeof personName>[0];

export const strangerAsks = (person: Named): string => `${personName(person)} 请求使用报问。`;
export const letInButton = (): string => '批准';
export const refuseButton = (): string => '拒绝';
export const revokeButton = (person: Named): string =>
  `撤销 ${shortName(person.name || String(person.userId))}`;
export const waitingButton = (person: Named): string =>
  `批准 ${shortName(person.name || String(person.userId))}`;
export const restoreButton = (person: Named): string =>
  `恢复 ${shortName(person.name || String(person.userId))}`;

export const alreadyLetIn = (person: Named): string => `${personName(person)} 已经获准，不用再批准。`;
export const letInBefore = (person: Named): string =>
  `${personName(person)} 已由另一位管理员批准。要收回，请用 /users。`;
export const refused = (person: Named): string =>
  `已拒绝 ${personName(person)}，以后不再为此打扰你。改主意时在 /users 里恢复。`;
export const revoked = (person: Named): string => `已撤销 ${personName(person)}，立即生效。`;
export const adminStays = (): string => '管理员写在 TELEGRAM_ADMINS 里，只能在 .env 里改。';
export const revokeWhom = (): string => '请写上编号或 @用户名，例如 /revoke 501。/users 里有名单。';
export const nobodyCalled = (text: string): string => `名单里没有“${text}”。发 /users 看名单。`;
export const severalCalled = (text: string): string => `“${text}”不止一个人，请用编号。发 /users 看名单。`;
export const inPrivateOnly = (): string => '这里会有别人看到，请私下发给我。';

const approver = (by: string): string => (by === 'console' ? '在终端' : `由管理员 ${by} `);
export const approvedLine = (person: Named & { by: string }, day: string): string =>
  `${personName(person)}，${formatDay(day)}${approver(person.by)}批准`;
export const listedLine = (userId: number): string => `编号 ${userId}，写在 TELEGRAM_ALLOWED_USERS 里`;
export const shutOutLine = (person: Named & { by: string }, day: string): string =>
  `${personName(person)}，${formatDay(day)}由管理员 ${person.by} 撤销或拒绝`;
export const approvedTitle = (count: number): string =>
  count === 0 ? '还没有获准的人。' : `获准的人（${count}）：`;
export const openToAll = (): string => '机器人现在对所有人开放（TELEGRAM_ACCESS=open）。';
export const adminsLine = (admins: readonly number[]): string => `管理员：编号 ${admins.join('、')}`;
export const waitingTitle = (): string => '等待批准：';
export const shutOutTitle = (): string => '不许使用：';

export const shutOutMeanwhile = (): string => '这个人已被撤销，没有再发给他';
export const adminNotTold = (): string => '没能把有人请求使用告诉一位管理员';

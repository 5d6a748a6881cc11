import { describe, expect, it } from 'vitest';
import { takeApart } from '../ingest/pages/take-apart.js';
import { findDateline } from '../ingest/pages/text/dateline.js';

describe('findDateline', () => {
  it.each([
    ['本报讯 2月9日，石渡大桥主墩封顶。', '本报讯'],
    ['本报讯(记者 甲一) 石渡大桥主墩封顶。', '本报讯'],
    ['本报讯石渡大桥主墩封顶。', '本报讯'],
    ['本报综合讯 石渡大桥主墩封顶。', '本报综合讯'],
    ['本刊讯 石渡大桥主墩封顶。', '本刊讯'],
    ['本报北京9月7日电 石渡大桥主墩封顶。', '本报北京9月7日电'],
    ['本报石渡2月9日讯 大桥主墩封顶。', '本报石渡2月9日讯'],
    ['新华社兰州3月4日电（记者 甲一） 大桥主墩封顶。', '新华社兰州3月4日电'],
    ['新华社北京1月2日专电 大桥主墩封顶。', '新华社北京1月2日专电'],
    ['据新华社电 大桥主墩封顶。', '据新华社电'],
    ['据新华社北京9月7日电 大桥主墩封顶。', '据新华社北京9月7日电'],
    ['中新社南京5月6日电 大桥主墩封顶。', '中新社南京5月6日电'],
    ['汀阳晚报讯（记者 甲一） 大桥主墩封顶。', '汀阳晚报讯'],
    ['人民网北京9月7日电 大桥主墩封顶。', '人民网北京9月7日电'],
    ['“本报讯 大桥主墩封顶。', '本报讯'],
  ])('finds in %s: %s', (text, dateline) => {
    expect(findDateline(text)).toBe(dateline);
  });

  it.each([
    ['a report without one', '2月9日，石渡大桥主墩封顶。'],
    ['the reporter at work', '本报记者昨日从市交通局获悉，石渡大桥主墩封顶。'],
    ['a hotline', '本报热线电话：0000-1234567'],
    ['a correspondent', '汀阳晚报通讯员甲一告诉记者，大桥封顶。'],
    ['one in the midst', '石渡大桥主墩封顶。本报讯 2月9日，'],
    ['a quoted one', '“本报讯”三个字是他写得最多的。'],
    ['the paper as a subject', '本报电子版今日改版。'],
    ['a reader who calls', '本报读者2月9日来电反映停水。'],
    ['an agency that reports', '新华社记者9日从国家统计局获悉，'],
    ['nothing', ''],
  ])('finds none in %s', (_, text) => {
    expect(findDateline(text)).toBeNull();
  });
});

describe('takeApart, of a dateline', () => {
  const LONG = '两岸的群众盼了多年的通道又近了一步，渡口的轮渡将退出历史，柑橘当天就能运进城里。';

  it('begins an article at each, with or without a headline', () => {
    const page = [`本报讯 2月9日，石渡大桥封顶。${LONG}`, `新华社北京9月7日电 中秋将至。${LONG}`].join(
      '\n\n',
    );
    expect(takeApart(page).articles.map(({ article }) => [article.dateline, article.headline])).toEqual([
      ['本报讯', null],
      ['新华社北京9月7日电', null],
    ]);
  });

  it('keeps it in the body, bold marks aside', () => {
    const [part] = takeApart(`石渡大桥封顶\n\n**本报讯** 2月9日，石渡大桥封顶。${LONG}`).articles;
    expect(part?.article).toMatchObject({
      dateline: '本报讯',
      body: `本报讯 2月9日，石渡大桥封顶。${LONG}`,
    });
  });

  it('keeps a short report whose end is lost from heading the next one', () => {
    const lines = ['本报讯 2月9日，石渡大桥工地传来消息，大桥两座主墩', `本报讯 2月9日，小学开学。${LONG}`];
    expect(takeApart(lines.join('\n\n')).articles.map(({ article }) => article.headline)).toEqual([
      null,
      null,
    ]);
  });
});

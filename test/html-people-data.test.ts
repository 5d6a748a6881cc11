import { describe, expect, it } from 'vitest';
import { readHtml, readOne } from './helpers/read-html.js';

const page = (
  author: string,
  body: string,
) => `<html><head><title>数据-澄州日报图文数据库</title></head><body>
<ul class="pop_tool_bar"><li><a href="/1">上一篇</a></li></ul><div id="detail_pop_content">
<div class="title">石渡大桥合龙</div>${author}
<div class="info clearfix"><div class="sha_left">【澄州日报<span>1980-12-13</span>
  第<span>7</span>版 <span>要闻</span>】</div><div class="sha_right">【字号：<a href="#">加大</a>】</div></div>
<div id="FontZoom" class="detail_con">${body}</div>
<div id="news" style="display:none">相关报道：</div></div>
<div class="modal" style="display: none;"><h3>保存文章</h3><select><option>默认收藏夹</option></select></div></body></html>`;

const PICTURE =
  '<br><div align="center"><img src="1.jpg"><br><table><tr><td class="pic">　　石渡大桥合龙现场。　　两岸居民往来。　　新华社记者　陈向北摄</td></tr></table></div><br>';

describe('a page of the database of 人民日报', () => {
  it('gives an article with its issue, its authors, and its captions behind the text', async () => {
    const author = '<div class="author">【作者：林晓;陈向北】</div>';
    const body = `${PICTURE}<p>　　大桥昨日合龙。</p><p>　　引桥年内铺好。</p>`;
    expect(await readOne(page(author, body))).toMatchObject({
      newspaper: '澄州日报',
      issueDate: '1980-12-13',
      issueDateSource: 'text',
      page: '7',
      headline: '石渡大桥合龙',
      byline: '林晓;陈向北',
      contributors: [
        { name: '林晓', role: 'author' },
        { name: '陈向北', role: 'photographer' },
      ],
      body: '大桥昨日合龙。\n引桥年内铺好。\n石渡大桥合龙现场。\n两岸居民往来。\n新华社记者 陈向北摄',
    });
  });

  it('gives a caption where there is only a picture', async () => {
    expect(await readOne(page('', PICTURE))).toMatchObject({
      kind: 'photo-caption',
      byline: '新华社记者 陈向北摄',
      body: '石渡大桥合龙现场。\n两岸居民往来。\n新华社记者 陈向北摄',
    });
    expect(await readOne(page('', '<img src="1.jpg">'))).toMatchObject({
      kind: 'photo-caption',
      body: '石渡大桥合龙',
    });
  });

  it('is explained', async () => {
    const { explained } = await readHtml(page('', PICTURE));
    expect(explained).toContain('页面种类：人民日报图文数据库的稿件页');
    expect(explained).toContain('日期据页面上的版次行');
  });
});

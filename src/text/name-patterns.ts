/** What tells the names of people from other words, as patterns of single words. */

/** Surnames that are ordinary words themselves: what begins with one is a name only where nothing else reads so. */
export const WORD_SURNAME =
  /^[高黄金白安万雷许段文方向康于余任严齐施单路常申夏石江洪龙贺易包童温熊米沙明武陆田史尚祝关顾解管项盛程叶宁季曾毛林汤水马华连时车花王孔伍师丁岳牛鲁]/u;
/** Two characters of a common surname that the dictionary takes for a name and that are none. */
export const NO_NAME =
  /^(?:谢[谢恩]|张[贴口罗扬嘴力开家]|陈[述列设旧年]|杨[柳树浦]|徐[汇徐]|杜绝|李[子家]|刘家|胡[同子说闹椒乱]|周[密转旋年]|朱[红砂]|郑重|吴江|赵家|何[时地况必在为处]|罗列|董事|蓝[图天海光]|吕梁|梁山|宋[代朝]|唐[代朝山]|韩[国方元]|范[围畴]|孙子|秦[岭汉]|邱家|钟[声爱情]|魏晋|殷[勤切]|欧[元盟美洲冠]|卢[布比]|冯家|邓小|左右|庄[园严]|武[功汉]|彭博)$/u;
/** What ends so is a thing, a place or an institution: 张家口, 徐汇区, 陈列馆, 安全性. */
export const THING =
  /(?:^\p{Script=Han}家\p{Script=Han}|[县区市镇村乡州省局部所院馆站厂店桥街寺庙赛杯证性感率权论图表制型类品营库网社奖币节犬肉花楼塔船车机案罪者人们]|^\p{Script=Han}树)$/u;
/** The characters that foreign names are written in. */
const SOUNDS =
  '阿埃艾爱安昂奥澳巴拜班邦保鲍贝本比彼毕别宾波伯勃博布查茨达戴丹当道德登邓狄迪蒂丁东杜敦顿多厄恩尔耳法凡范菲费芬丰冯佛夫弗福盖甘冈戈哥格葛古瓜圭哈海汉豪赫黑亨侯胡华怀惠霍基吉及加贾简杰金津卡凯坎康考柯科可克肯库夸奎昆拉腊莱赖兰朗劳勒雷蕾黎李里理利丽莉立连廉良列烈林琳留龙隆卢鲁路伦罗洛吕马玛迈麦满曼芒毛梅门蒙孟米密敏明摩莫默姆木穆慕拿哪那娜纳南内尼年涅宁纽农努诺欧帕潘庞佩彭蓬皮平泼珀朴普契奇齐乔钦琼丘邱让热仁日荣茹儒瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申圣施什诗史士舒朔丝斯司思松苏索塔泰坦汤唐陶特腾提铁廷通图托瓦万旺威韦维魏温翁沃乌武西希锡夏香肖谢辛欣兴休许逊雅亚延扬杨耶叶伊依以义因英尤于约扎詹珍泽兹佐卓';
export const FOREIGN_NAME = new RegExp(`^[${SOUNDS}]{3,}$`, 'u');
export const FOREIGN_PIECE = new RegExp(`^[${SOUNDS}]+$`, 'u');
/** Countries and towns that read as foreign names. */
export const FOREIGN_PLACE =
  /[尼维西利米地比]亚$|斯坦$|格勒$|[洛斯德]堡$|兰卡$|^(?:乌克兰|莫斯科|俄罗斯|立陶宛|爱尔兰|伊拉克|卡塔尔|科威特|阿根廷|黎巴嫩|尼日尔|尼泊尔|马德里|马尼拉|迈阿密|敖德萨|科索沃|加勒比|特斯拉|比亚迪|马拉松|奥林匹克|阿里巴巴|麦当劳|诺贝尔|高尔夫|拉斯维加斯|洛杉矶|温布尔登|布达佩斯|夏威夷|塔斯社|斯诺克|英特尔|亚马逊|尼古丁|巧克力|肯德基)$/u;

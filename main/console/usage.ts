/** 用法写错了：退出码 2，打印用法。 */
export class UsageError extends Error {}

export const usage = `支部台账 · 命令行

用法：npm run ledger -- <动作> FILE [选项]

  new FILE --name NAME [--kind 党支部]
      新建台账。kind：党委、党总支、党支部、联合党支部、流动党员党支部、临时党支部
  import FILE --ledger members|applicants|meetings|attendance|finances|dues SHEETFILE [--sheet NAME] [--dry-run] [--overwrite] [--choose 项目=回答]
      把外来表格（xlsx、xls、et、csv）导入党员名册（members）、发展党员台账（applicants）、过去的三会一课台账（meetings）、签到表与考勤表（attendance）、党建经费收支台账（finances）、党费收缴台账（dues）；
      --dry-run 只看逐行检查的结果，不写入；已有的只补空白，--overwrite 才用文件里的盖掉原有的；
      --choose 先定文件里没有的，如 account=银行存款 记在哪个账户（收支台账另有 income、expense、source：没写科目、来源的记作什么）
  export FILE --out DIR [--year Y] [--ledger a,b] [--grade 公示|内部|上报] [--format xlsx|pdf] [--purpose 用途]
      导出台账；不点名 --ledger 时，连同本年的签到表、会议记录和党员采集表一起导出
  check FILE
      完整性检查
  call FILE room.procedure 'JSON'
      直接调用一个过程
  demo FILE
      建一个演示台账（虚构的人和事）

共同的选项：
  --json          结果以 JSON 写到标准输出
  --actor 姓名    记在操作记录里的操作人（默认“控制台”）
  --branch NAME   导入、导出哪个组织（默认是台账最上面的一个）

退出码：0 做好了；1 软件没有做，原因在标准错误里；2 用法不对。

例：
  npm run ledger -- new 商会支部.taizhang --name 商会流动党员支部 --kind 流动党员党支部
  npm run ledger -- import 商会支部.taizhang --ledger members 花名册.xls --dry-run --json
  npm run ledger -- export 商会支部.taizhang --out 上报材料 --year 2026 --grade 上报 --purpose 年度检查
  npm run ledger -- call 商会支部.taizhang members.find '{"text":"zs"}'`

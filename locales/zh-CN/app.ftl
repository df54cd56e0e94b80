app-nav-home = 首页
app-nav-suggestions = 代表建议
app-nav-deputies = 找代表
app-nav-roster = 代表名册
app-nav-accounts = 账号

app-home-title = 首页
app-home-heading = 人大代表工作平台
app-home-lead = 代表提建议、看办理、作评价；人大机关收件、交办、督办；承办单位签收、答复。
app-home-deputies = 查找代表
app-about-title = 关于本系统
app-about-text = 联络是为各级人民代表大会选举任免、代表联络、议案建议办理工作编写的开源软件。
app-about-version = 版本 { $version }
app-about-api = 程序接口说明（OpenAPI）

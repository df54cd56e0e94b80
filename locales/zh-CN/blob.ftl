blob-no-name = 文件没有名称，无法接收。请重新命名后再上传。
blob-ending = 此处不接收“{ $ending }”文件。请换成允许的格式再上传。
blob-differs = 文件内容与扩展名“{ $ending }”不符。请用原来的软件打开，另存后再上传。
blob-empty = 文件是空的。请检查后重新选择。
blob-too-large = 文件超过 { $most } MB。请压缩或分成几个文件上传。
blob-broken-off = 文件没有传完。请检查网络，再上传一次。

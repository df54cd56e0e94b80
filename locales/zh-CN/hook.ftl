hook-no-address = 这不是网址。请填写以 https:// 开头的完整地址。
hook-not-https = 地址须以 https:// 开头，推送内容才不会在途中被人看到。
hook-private = 地址指向内部网络，不能推送。如确需推送到政务内网，请系统管理员在设置中打开 private_hooks。

hook-no-address = This is no web address. Enter the whole address, beginning with https://.
hook-not-https = The address must begin with https://, so that nobody can read along on the way.
hook-private = The address leads into a private network and cannot be called. If that is wanted, the operator sets private_hooks.

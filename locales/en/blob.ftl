blob-no-name = The file has no name. Rename it and upload it again.
blob-ending = Files of the kind “{ $ending }” are not taken here. Upload it in one of the kinds named.
blob-differs = What is in the file does not fit its ending “{ $ending }”. Open it in the program it came from, save it anew and upload that.
blob-empty = The file is empty. Look at it and choose again.
blob-too-large = The file is larger than { $most } MB. Make it smaller or upload it in parts.
blob-broken-off = The file did not arrive whole. Check the network and upload it once more.

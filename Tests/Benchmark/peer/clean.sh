# clean.sh SITE: removes what an earlier build left beside the content.
rm -rf "$1/.sitegen"

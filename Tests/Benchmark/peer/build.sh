# build.sh SITE OUT: one cold build by the release binary, or the one that SITEGEN names.
exec "${SITEGEN:-$(dirname "$(readlink -f "$0")")/../../../.build/release/sitegen}" build --quiet --site "$1" --out "$2"

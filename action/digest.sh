#!/usr/bin/env bash
# Sends the papers since the last digest to the list, never twice: the day of the last one is a tag.
set -euo pipefail
# shellcheck source=action/pushing.sh
. "$GITHUB_ACTION_PATH/action/pushing.sh"

if [ -z "${SMTP_HOST:-}" ]; then
  echo "::notice::There is no SMTP_HOST among the secrets: no digest is sent"
  exit 0
fi
cd "$ROOT"
today="$(date --utc +%F)"
last="$(with_token ls-remote --tags --refs origin 'refs/tags/digest-*' \
  | sed -nE 's|.*refs/tags/digest-([0-9]{4}-[0-9]{2}-[0-9]{2})$|\1|p' | LC_ALL=C sort | tail -n 1)"
last="${last:-$(date --utc --date "$today - 7 days" +%F)}"
if [[ ! "$last" < "$today" ]]; then
  echo "::notice::The digest of $last was sent: there is nothing to send before tomorrow"
  exit 0
fi

# The tag is there before anything is sent, and has this run in it: of two runs at once, one cannot push its own.
tag="digest-$today"
as_workflow tag --force --annotate --message \
  "Papers from $last until $today, by run ${GITHUB_RUN_ID:-?}, attempt ${GITHUB_RUN_ATTEMPT:-?}" "$tag"
pushed="$(git rev-parse "refs/tags/$tag")"
if ! with_token push --quiet origin "refs/tags/$tag"; then
  refuse "The tag $tag could not be pushed: another run sends this digest, or the workflow may not push tags. Nothing was sent"
fi

code=0
"$COMMAND" digest --since "$last" --until "$today" --send || code=$?
case "$code" in
  0) ;;
  1 | 2)
    with_token push --quiet --force-with-lease="refs/tags/$tag:$pushed" origin ":refs/tags/$tag"
    refuse "The digest was certainly not sent; what is above says why. Mend it, and run this again"
    ;;
  *)
    refuse "The digest may have been sent (exit code $code). Look into the list; if it is not there, delete the tag $tag and run this again"
    ;;
esac

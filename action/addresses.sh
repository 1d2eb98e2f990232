#!/usr/bin/env bash
# Commits the ledger of addresses that a build wrote, if it is another one than before.
set -euo pipefail
# shellcheck source=action/pushing.sh
. "$GITHUB_ACTION_PATH/action/pushing.sh"

handed="$RUNNER_TEMP/addresses/addresses.yml"
ledger=catalogue/addresses.yml
if [ ! -e "$handed" ] && [ ! -L "$handed" ]; then
  echo "The build changed nothing in the ledger of addresses."
  exit 0
fi
need_file "$handed" 50000000
cd "$ROOT"
built="$(git rev-parse HEAD)"

ledger_in() { git rev-parse --verify --quiet "$1:./$ledger" || echo none; }

for try in 1 2 3; do
  with_token fetch --quiet --depth=1 origin "refs/heads/$GITHUB_REF_NAME"
  if [ "$(ledger_in FETCH_HEAD)" != "$(ledger_in "$built")" ]; then
    echo "::notice::Somebody changed the ledger of addresses meanwhile: the next build goes on from theirs"
    exit 0
  fi
  git checkout --quiet --force --detach FETCH_HEAD
  need_no_links catalogue "$ledger"
  cp -- "$handed" "$ledger"
  git add --force -- "$ledger"
  if git diff --cached --quiet; then exit 0; fi
  as_workflow commit --quiet --message 'Note which addresses are published'
  if with_token push --quiet origin "HEAD:refs/heads/$GITHUB_REF_NAME"; then
    echo "The ledger of addresses is committed."
    exit 0
  fi
  if [ "$try" -lt 3 ]; then sleep 2; fi
done
echo "::warning::The ledger of addresses could not be committed to $GITHUB_REF_NAME. Where a rule of the repository forbids it, run \`paper-catalogue build\` on your machine and commit $ledger, so that no address that is published now is forgotten"

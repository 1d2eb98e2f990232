#!/usr/bin/env bash
# Makes a pull request of the records that intake.sh handed over, on one branch that each run writes anew.
set -euo pipefail
# shellcheck source=action/pushing.sh
. "$GITHUB_ACTION_PATH/action/pushing.sh"

handed="$RUNNER_TEMP/intake"
branch=intake
title='Take what readers sent in'
export LC_ALL=C.UTF-8 # characters are counted, not bytes
shopt -s nullglob dotglob
records=("$handed"/papers/*)
if [ "${#records[@]}" = 0 ]; then
  echo "No record changed: there is nothing to propose."
  exit 0
fi

# The job before this one read what anybody may have written: only records get any further.
if [ "${#records[@]}" -gt 400 ]; then refuse "More than 400 records were handed over"; fi
for record in "${records[@]}"; do
  [[ "${record##*/}" =~ ^[a-z0-9-]+\.yml$ ]] || refuse "A name was handed over that no record has"
  need_file "$record" 200000
done
need_file "$handed/report.md" 5000000
cd "$ROOT"
need_no_links catalogue catalogue/papers
for record in "${records[@]}"; do
  need_no_links "catalogue/papers/${record##*/}"
  cp -- "$record" catalogue/papers/
done

git add -- catalogue/papers
if git diff --cached --quiet; then
  echo "The records say so already: there is nothing to propose."
  exit 0
fi
as_workflow commit --quiet --message "$title"
there="$(with_token ls-remote origin "refs/heads/$branch" | cut -f 1)"
same=false
if [ -n "$there" ]; then
  with_token fetch --quiet --depth=1 origin "refs/heads/$branch"
  if [ "$(git log -1 --format=%ce FETCH_HEAD)" != "$WORKFLOW" ]; then
    echo "::warning::Somebody worked on the branch $branch: merge its pull request or delete the branch, and run this again"
    exit 0
  fi
  if git diff --quiet FETCH_HEAD HEAD; then same=true; fi
fi
if [ "$same" = false ]; then
  with_token push --quiet --force-with-lease="refs/heads/$branch:$there" origin "HEAD:refs/heads/$branch"
fi

body="$RUNNER_TEMP/body.md"
report="$(< "$handed/report.md")"
{
  # GitHub takes 65,536 characters.
  if [ "${#report}" -gt 65000 ]; then
    printf 'The end of this is missing, as it is too long; the run that made it keeps the whole.\n\n'
  fi
  printf '%s\n' "${report:0:64800}"
} > "$body"
number="$(gh api --method GET "repos/$GITHUB_REPOSITORY/pulls" -f state=open -f "base=$GITHUB_REF_NAME" \
  -f "head=${GITHUB_REPOSITORY%%/*}:$branch" --jq '.[0].number // empty')"
if [ -n "$number" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/pulls/$number" -F "body=@$body"
else
  gh pr create --repo "$GITHUB_REPOSITORY" --base "$GITHUB_REF_NAME" --head "$branch" --title "$title" --body-file "$body"
fi

#!/usr/bin/env bash
# Takes the issues that are labelled as accepted into the records of a catalogue, and hands over what changed.
# What an issue says is data: it goes from the API into a file, and stands in no command.
set -euo pipefail

issues="$RUNNER_TEMP/issues"
handed="$RUNNER_TEMP/intake"
said="$RUNNER_TEMP/intake.said"
rm -rf "$issues" "$handed"
mkdir -p "$issues" "$handed/papers"
# The 200 oldest: more are taken when these are closed.
for page in 1 2; do
  gh api --method GET "repos/$GITHUB_REPOSITORY/issues" -f state=open -f "labels=$LABEL" \
    -f sort=created -f direction=asc -F per_page=100 -F "page=$page" > "$issues/$page.json"
done

cd "$ROOT"
code=0
"$COMMAND" intake --report "$handed/report.md" -- "$issues/1.json" "$issues/2.json" > "$said" 2>&1 || code=$?

# Nothing that is printed here is a command for the machine, whatever a title looks like.
pause="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
echo "::stop-commands::$pause"
cat "$said"
echo
echo "::$pause::"
fence='```'
while grep -qF -- "$fence" "$said"; do fence+='`'; done
{
  echo '### What became of the issues'
  printf '\n%s text\n' "$fence"
  head -c 100000 "$said"
  printf '\n%s\n' "$fence"
} >> "$GITHUB_STEP_SUMMARY"
case "$code" in
  0) ;;
  1) echo "::warning::Some issues were not taken; the summary of this run says which, and why" ;;
  *) exit "$code" ;;
esac

changed=false
while IFS= read -r -d '' path; do
  cp -- "$path" "$handed/papers/"
  changed=true
done < <(git ls-files --modified --others --exclude-standard -z -- catalogue/papers)
echo "changed=$changed" >> "$GITHUB_OUTPUT"

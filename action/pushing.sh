# shellcheck shell=bash
# Sourced by the scripts that push. The token, in GH_TOKEN, stands in no command and no file.

# git, as the one who commits in workflows.
as_workflow() {
  git -c user.name='github-actions[bot]' -c user.email="$WORKFLOW" "$@"
}
WORKFLOW='41898282+github-actions[bot]@users.noreply.github.com'

# git, with what lets it read from and write to where the repository was checked out from.
with_token() {
  local basic
  basic="$(printf 'x-access-token:%s' "$GH_TOKEN" | base64 | tr -d '\n')"
  echo "::add-mask::$basic" >&2
  GIT_TERMINAL_PROMPT=0 GIT_CONFIG_COUNT=1 \
    GIT_CONFIG_KEY_0="http.${GITHUB_SERVER_URL:-https://github.com}/.extraheader" \
    GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $basic" git "$@"
}

# Ends with a message where a path is a link, or no file of at most so many bytes.
need_file() {
  if [ -L "$1" ] || [ ! -f "$1" ] || [ "$(wc -c < "$1")" -gt "$2" ]; then
    refuse "What was handed over has something else than small plain files"
  fi
}

# Ends with a message where a path is a link: what is written would land elsewhere.
need_no_links() {
  local path
  for path in "$@"; do
    if [ -L "$path" ]; then refuse "In the repository $path is a link"; fi
  done
}

refuse() {
  echo "::error::$1"
  exit 1
}

#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'EOF'
./test.sh [arguments for dotnet test]

Installs what the tests run (PostgreSQL, Redis, Chromium, curl, Node.js and packages from npm), restores, checks the format, builds and runs all tests.
The last line is "N passed, N failed"; what failed stands right above it. The exit code is 0 only if tests ran and none failed.

  ./test.sh                                           everything
  ./test.sh --project tests/Domain.Tests              one project
  ./test.sh --filter-method '*is_not_found'           tests by name, in all projects

It needs the .NET SDK of global.json. Missing packages are installed on Debian and its relatives, as root or through sudo.
The tests start servers of their own, on private ports and folders, and never use the system's.
EOF
}

if [[ ${1:-} == --help || ${1:-} == -h ]]; then
  usage
  exit 0
fi

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
arguments=("$@")
log=$(mktemp)
stage='' stage_start=0
timings=()
passed=0 failed=0 skipped=0 failures=''

main() {
  run 'system packages' install_servers
  run 'npm packages' install_npm_packages
  run 'tools' dotnet tool restore
  run 'restore' dotnet restore --locked-mode
  run 'format' dotnet csharpier check .
  run 'build' dotnet build --no-restore -c Debug
  run 'tests' run_tests
}

run() {
  stage=$1 stage_start=$SECONDS
  printf '\n== %s\n' "$stage"
  "${@:2}"
  finish_stage
}

finish_stage() {
  timings+=("$stage $((SECONDS - stage_start)) s")
  stage=''
}

# Whatever happened, the closing line is the last one.
close() {
  local code=$?
  if [[ -n $stage ]]; then
    printf '\nFailed: %s\n' "$stage"
    finish_stage
  fi
  rm -f "$log"
  local joined
  joined=$(printf ', %s' "${timings[@]}")
  printf '\nTime: %s\n' "${joined:2}"
  if [[ -n $failures ]]; then printf '\nFailed tests:\n%s\n\n' "$failures"; fi
  printf '%d passed, %d failed' "$passed" "$failed"
  if ((skipped > 0)); then printf ', %d skipped' "$skipped"; fi
  printf '\n'
  exit "$code"
}

install_servers() {
  local missing=()
  has_postgres || missing+=(postgresql)
  command -v redis-server >/dev/null || missing+=(redis-server)
  command -v chromium >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium fonts-dejavu-core)
  command -v curl >/dev/null || missing+=(curl) # the documented commands are run as they stand
  type -P kill >/dev/null || missing+=(procps)
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  if ((${#missing[@]} == 0)); then return; fi

  apt_install "${missing[@]}" || {
    echo "Please install: ${missing[*]} (the packages' names on Debian)"
    return 1
  }
}

apt_install() {
  local root=()
  if ((EUID != 0)); then root=(sudo); fi
  command -v apt-get >/dev/null && command -v "${root[@]:-env}" >/dev/null &&
    "${root[@]}" apt-get update -q &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
}

# The lock file that was installed last is kept beside the packages, to be compared.
install_npm_packages() {
  local folder
  for folder in tests/Npm clients/typescript; do
    cmp -s $folder/package-lock.json $folder/node_modules/.installed-lock.json && continue
    npm ci --prefix $folder && cp $folder/package-lock.json $folder/node_modules/.installed-lock.json
  done
}

has_postgres() {
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null
}

run_tests() {
  # A filter leaves some projects without a test. Without one, an empty project is an error.
  if [[ " ${arguments[*]} " == *' --filter-'* ]]; then arguments+=(--ignore-exit-code 8); fi

  local code=0
  dotnet test --no-build -c Debug "${arguments[@]}" 2>&1 | tee "$log" || code=$?
  failures=$(read_failures)
  read_summary || return 1
  ((code == 0 && failed == 0 && passed > 0))
}

# A failed test is told as "failed NAME (TIME)", and indented below it the assembly, the message and the stack. Names and messages are repeated
# where they are seen: somebody who reads a long output reads its end.
read_failures() {
  plain_log | awk -v most=20 '
    /^failed / { print; lines = 0; isTold = 1; next }
    !/^  / || /^    at / { isTold = 0 }
    isTold && !/^  from / && lines++ < most
  '
}

plain_log() {
  sed 's/\x1b\[[0-9;]*m//g' "$log"
}

# The runner's own count over all projects stands once, at the end: "Test run summary: …", then a line for each number.
read_summary() {
  local summary
  summary=$(plain_log | sed -n '/^Test run summary:/,$p')
  if ! passed=$(count succeeded) || ! failed=$(count failed) || ! skipped=$(count skipped); then
    passed=0 failed=0 skipped=0
    echo 'The summary of the test run could not be read.'
    return 1
  fi
}

count() {
  grep -oP "^\s*$1: \K\d+" <<<"$summary" | tail -n 1 | grep .
}

trap close EXIT
main

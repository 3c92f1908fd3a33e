#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'EOF'
src/Infrastructure/update-model.sh [NAME]

To be run after a change of what is kept: adds a migration NAME for each database, and writes both models of EF Core as code, so that the
program need not make them at its start (docs/adr/0036). Without NAME only the models are written. A test tells when it was forgotten.
When it fails, everything is as it was.

  src/Infrastructure/update-model.sh AddTags
EOF
}

if [[ ${1:-} == --help || ${1:-} == -h ]]; then
  usage
  exit 0
fi
name=${1:-}
databases=(Sqlite Postgres)
before=$(mktemp -d)

main() {
  dotnet tool restore >/dev/null
  for database in "${databases[@]}"; do cp -r "Persistence/$database/Migrations" "$before/$database"; done
  trap finish EXIT
  # What is out of date might not compile; without it the models are made from the mappings.
  rm -rf Persistence/*/Migrations/Compiled
  dotnet build -c Debug --nologo -v quiet
  if [[ -n $name ]]; then
    for database in "${databases[@]}"; do run "$database" migrations add "$name" --output-dir "$(folder "$database")"; done
  fi
  for database in "${databases[@]}"; do run "$database" dbcontext optimize --output-dir "$(folder "$database")/Compiled"; done
  echo "Wrote $(folder Sqlite) and $(folder Postgres)."
}

folder() {
  echo "Persistence/$1/Migrations"
}

# What went wrong is told among much else, and only then is that of interest.
run() {
  local log
  log=$(dotnet ef "${@:2}" --no-build --context "${1}Db" 2>&1) || { printf '%s\n' "$log" >&2; return 1; }
}

finish() {
  local code=$?
  if ((code != 0)); then
    for database in "${databases[@]}"; do
      rm -rf "$(folder "$database")"
      cp -r "$before/$database" "$(folder "$database")"
    done
    echo 'Failed: the migrations and the models are as they were.' >&2
  fi
  rm -rf "$before"
}

main

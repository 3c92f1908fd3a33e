#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'EOF'
src/Infrastructure/update-model.sh [NAME]

To be run after a change of what is kept: adds a migration NAME for each database, and writes both models of EF Core as code, so that the
program need not make them at its start (docs/adr/0036). Without NAME only the models are written. A test tells when it was forgotten.

  src/Infrastructure/update-model.sh AddTags
EOF
}

if [[ ${1:-} == --help || ${1:-} == -h ]]; then
  usage
  exit 0
fi
name=${1:-}

dotnet tool restore >/dev/null
# What is out of date might not compile; without it the models are made from the mappings.
rm -rf Persistence/{Sqlite,Postgres}/Migrations/Compiled
dotnet build -c Debug --nologo -v quiet
for database in Sqlite Postgres; do
  folder=Persistence/$database/Migrations
  if [[ -n $name ]]; then dotnet ef migrations add "$name" --no-build --context "${database}Db" --output-dir "$folder"; fi
  dotnet ef dbcontext optimize --no-build --context "${database}Db" --output-dir "$folder/Compiled" >/dev/null
  echo "Wrote src/Infrastructure/$folder/Compiled"
done

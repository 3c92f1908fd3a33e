#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [[ ${1:-} == --help || ${1:-} == -h ]]; then
  cat <<'EOF'
src/Infrastructure/compile-models.sh

Writes both models of EF Core as code, so that the program need not make them at its start (docs/adr/0036). To be run after a change of the
model, together with its migrations; a test tells when it was forgotten.
EOF
  exit 0
fi

rm -rf Persistence/{Sqlite,Postgres}/Migrations/Compiled
dotnet build --nologo -v quiet
for database in Sqlite Postgres; do
  dotnet ef dbcontext optimize --no-build --context "${database}Db" --output-dir "Persistence/$database/Migrations/Compiled" >/dev/null
done
dotnet build --nologo -v quiet

#!/usr/bin/env bash
# Renews both clients from docs/openapi/v1.json, which the build of src/Api writes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

[[ -d typescript/node_modules ]] || npm ci --prefix typescript
npm run --silent generate --prefix typescript
dotnet run --project csharp/Generator -- ../docs/openapi/v1.json csharp/Client/Generated.cs

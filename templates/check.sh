#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'EOT'
templates/check.sh [--module M] [--name X] [--plural Xs] [--keep]

Proves the template of a resource: makes one in a copy of the checkout, with its migrations and its document, and runs the tests that know a
new resource without being told. Nothing but the output of the template is added, and no line of it is changed.

  --module M    the module's folder (Catalog)
  --name X      the resource's name (PriceList)
  --plural Xs   the same in the plural (PriceLists)
  --keep        leaves the copy where it is, and says where

It takes about ten minutes on two cores, and needs what ./test.sh installs.
EOT
}

module=Catalog name=PriceList plural=PriceLists keep=false
while (($# > 0)); do
  case $1 in
    --help | -h) usage; exit 0 ;;
    --module) module=$2; shift 2 ;;
    --name) name=$2; shift 2 ;;
    --plural) plural=$2; shift 2 ;;
    --keep) keep=true; shift ;;
    *) usage >&2; exit 2 ;;
  esac
done

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
folder=$(mktemp -d)
finish() {
  if $keep; then echo "The copy is in $folder/checkout."; else rm -rf "$folder"; fi
}
trap finish EXIT

main() {
  step 'copy' copy
  cd "$folder/checkout"
  step 'generate' generate
  step 'npm packages' npm ci --prefer-offline --prefix tests/Npm
  step 'migrations' migrations
  step 'build' dotnet build -c Debug -v q --nologo
  step 'architecture tests' tests Architecture
  step 'tests that read the model or the document' tests Api -class '*.Conformance.*' -class '*.Probes.*' -class '*.OpenApi.*' \
    -class '*.Tenancy.*' -class '*.Permissions.*' -class '*.Reading.*' -class '*.Events.*' -class '*.Documentation.*' -class '*.Routes.*'
  echo "$name is a resource that passes."
}

step() {
  local start=$SECONDS
  printf '== %s\n' "$1"
  "${@:2}"
  printf '%s: %d s\n\n' "$1" $((SECONDS - start))
}

# What is there, committed or not: what was deleted is listed twice.
copy() {
  mkdir "$folder/checkout"
  { git ls-files -z --cached --others --exclude-standard --deduplicate && git ls-files -z --deleted; } |
    sort -z | uniq -z --unique | xargs -0 cp --parents --target-directory "$folder/checkout"
}

# The template is installed for this run alone.
generate() {
  dotnet tool restore
  dotnet new install templates/resource --debug:custom-hive "$folder/templates"
  dotnet new apex-resource --debug:custom-hive "$folder/templates" --name "$name" --plural "$plural" --module "$module" --output .
}

migrations() {
  src/Infrastructure/update-model.sh "Add$plural"
  dotnet csharpier format src
}

tests() {
  dotnet run --no-build -c Debug --project "tests/$1.Tests" -- "${@:2}"
}

main

#!/usr/bin/env bash
# shared_symbols.sh NM NAMESPACE OBJECT...: fails if the objects define symbols that a linker may take from them for
# others (weak, common or unique) and that are not of the namespace.
set -euo pipefail
nm=$1 namespace=$2
shift 2
if shared=$("$nm" --demangle --defined-only "$@" | grep -E ' [WVuC] ' | grep -v -e "::$namespace::" -e DW.ref.__gxx_personality); then
  echo "others may be given these:"
  echo "$shared"
  exit 1
fi

#!/bin/sh
# Compares reading, measuring and repairing with admesh and prusa-slicer (Debian packages of these names; either may be missing).
# Usage: bench/compare-geometry.sh MODELS   with MODELS a folder that holds stl/*.stl and, if wished, broken/*.stl and the
# tables truth_geometry.csv, truth_3mf_conformance.csv and facts_sheet.csv.
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
[ $# -eq 1 ] && [ -d "$1/stl" ] || { echo "Say which folder of models to use: $0 MODELS (it holds a folder stl)." >&2; exit 2; }
models=$(CDPATH='' cd -- "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for tool in admesh prusa-slicer; do
  command -v "$tool" >/dev/null 2>&1 || echo "Without $tool its columns stay empty (install it with: apt-get install $tool)."
done

(cd "$home" && ./mvnw -q -B -ntp -Dfast -DskipTests package -pl engines/geometry >&2)
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
javac="${JAVA_HOME:+$JAVA_HOME/bin/}javac"
jars=$(find "${HOME}/.m2/repository" \( -name 'jts-core-*.jar' -o -name 'jspecify-*.jar' \) | tr '\n' ':')
path="$work/classes:$home/engines/geometry/target/classes:$jars"
"$javac" -d "$work/classes" -cp "$path" "$home"/bench/src/main/java/org/millwright/bench/geometry/*.java
run() { "$java" -Xmx512m -cp "$path" "org.millwright.bench.geometry.$@"; }

by_admesh() { command -v admesh >/dev/null 2>&1 && timeout 60 admesh "$1" 2>/dev/null | sed -n 's/.*Volume *: *\([-0-9.e+naif]*\).*/\1/p' || true; }
by_prusa() { command -v prusa-slicer >/dev/null 2>&1 && timeout 60 prusa-slicer --info "$1" 2>/dev/null | sed -n 's/^volume = *//p' | head -n 1 || true; }

echo "== Tables of known values"
if [ -f "$models/truth_geometry.csv" ]; then run GeometryTruth "$models"; else echo "There are none."; fi

echo "== Repair: sound models of $models/stl broken in seven ways; relative error of the repaired volume"
run DamagedModels "$models/stl" "$work/broken" >"$work/truth.csv"
run RepairList "$work"/broken/*.stl >"$work/ours.csv"
cut -d, -f1 "$work/truth.csv" | while read -r file; do
  printf '%s,%s,%s\n' "$file" "$(by_admesh "$work/broken/$file")" "$(by_prusa "$work/broken/$file")"
done >"$work/theirs.csv"
awk -F, -v OFS=' | ' '
  function error(volume, truth) { e = volume / truth - 1; return e < 0 ? -e : e }
  FILENAME ~ /truth/ { kind[$1] = $2; truth[$1] = $3; next }
  FILENAME ~ /ours/ { ours[$1] = $2; next }
  { admesh[$1] = $2; prusa[$1] = $3 }
  END {
    print "| kind", "files", "Millwright mean", "admesh mean", "PrusaSlicer mean", "files where Millwright is no worse than both |"
    for (f in kind) {
      k = kind[f]; n[k]++; e = error(ours[f], truth[f]); sum[k] += e
      # The files hold single precision, so differences below 1e-7 mean nothing.
      best = 1
      if (admesh[f] != "") { a = error(admesh[f], truth[f]); if (a != a + 0 || a > 1e9) a = 1; sa[k] += a; na[k]++; if (e > a + 1e-7) best = 0 }
      if (prusa[f] != "" && prusa[f] !~ /nan/) { p = error(prusa[f], truth[f]); sp[k] += p; np[k]++; if (e > p + 1e-7) best = 0 }
      won[k] += best
      if (!best) print "  worse on " f ": " e " (admesh " a ", PrusaSlicer " p ")" > "/dev/stderr"
    }
    for (k in n) printf "| %s | %d | %.1e | %s | %s | %d |\n", k, n[k], sum[k] / n[k], na[k] ? sprintf("%.1e", sa[k] / na[k]) : "-", np[k] ? sprintf("%.1e", sp[k] / np[k]) : "-", won[k]
  }' "$work/truth.csv" "$work/ours.csv" "$work/theirs.csv"

if [ -d "$models/broken" ]; then
  echo "== Repair: $models/broken as it is; file, Millwright, admesh, PrusaSlicer"
  run RepairList "$models"/broken/*.stl | while IFS=, read -r file volume rest; do
    printf '%s | %s | %s | %s\n' "$file" "${volume:-refused: $rest}" "$(by_admesh "$models/broken/$file")" "$(by_prusa "$models/broken/$file")"
  done
fi

echo "== Speed: a torus of 1,000,000 triangles, 50 MB"
run GeometrySpeed "$work/torus.stl" "$work/shuffled.stl"
seconds() { start=$(date +%s%N); "$@" >/dev/null 2>&1 || true; end=$(date +%s%N); awk -v a="$start" -v b="$end" 'BEGIN { printf "%.2f", (b - a) / 1e9 }'; }
for file in torus shuffled; do
  ! command -v admesh >/dev/null 2>&1 || echo "admesh, $file: $(seconds admesh "$work/$file.stl") s"
  ! command -v prusa-slicer >/dev/null 2>&1 || echo "prusa-slicer --info, $file: $(seconds prusa-slicer --info "$work/$file.stl") s"
done

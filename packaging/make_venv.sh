#!/bin/sh
# Makes the virtual environment and installs the program into it, as it lies here.
# Usage: packaging/make_venv.sh PYTHON FOLDER [EXTRA]
set -eu
python=$1
folder=$2
extra=${3:-}

"$python" - <<'EOF' || exit 1
import sys
if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit("hetao-map needs Python 3.11, 3.12 or 3.13; name one with: make PYTHON=python3.12 ...")
EOF
if [ ! -x "$folder/bin/python" ]; then
    "$python" -m venv "$folder" || {
        rm -rf "$folder"
        echo "hetao-map: Python's venv module is missing; on Debian: sudo apt-get install python3-venv" >&2
        exit 1
    }
fi
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check \
    --editable ".${extra:+[$extra]}"

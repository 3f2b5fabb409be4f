#!/bin/sh
# Prints a Python for which every pinned dependency has a release (TensorFlow 2.21: up to 3.13).
for python in "$PYTHON" python3 python3.13 python3.12 python3.11 python; do
    if "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
        echo "$python"
        exit 0
    fi
done
echo "No Python 3.11, 3.12 or 3.13 found. Install one, or name it: make PYTHON=/path/to/python3.12 ..." >&2
exit 1

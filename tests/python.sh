#!/bin/sh
# Prints the name of a python3 that has NumPy. It may have been installed for
# the python3 of the system, while another one comes first in PATH.
for python in python3 /usr/bin/python3; do
    if "$python" -c 'import numpy' 2> /dev/null; then
        echo "$python"
        exit
    fi
done
echo 'NumPy is missing: apt-get install python3-numpy, or pip install numpy' >&2
exit 1

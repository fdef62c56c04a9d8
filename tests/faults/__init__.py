"""Files with every fault that people's files have, and what the program makes of them.

`python -m tests.faults` (make faults) prints the table; test_faults asserts its zeros.
"""

"""How fast it is: `make bench` measures, prints a table and writes out/bench.json.

Nothing here asserts a time, and pytest runs none of it. One file is one measurement: it has a
function `measure(bench) -> list[Row]`, and `__main__` lists it. What has to happen in the
window's own process is a script for `inside.run`, started as `python -m tests.bench.NAME`.
"""

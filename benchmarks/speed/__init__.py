"""The promises about speed, each a ratio measured side by side in one run: ``python -m benchmarks.speed``.

`table` says what is promised, `timing` how it is measured; the other modules measure.
"""
